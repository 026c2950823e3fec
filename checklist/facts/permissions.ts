import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { mayAs, type ViewerPermission } from "../evidence/permissions.ts";
import { viewerPermissions } from "../queries/viewer-permissions.ts";

/** @returns the permissions that the query asks for and that the person looking is not known to hold */
export function missingPermissions({ permissions }: Query, evidence: Evidence): ViewerPermission[] {
  const [row] = rowsOf(evidence, viewerPermissions);
  return permissions.filter((permission) => !mayAs(permission, row));
}

/** @returns whether no rows came while rows may be hidden from the person looking: "none" would be a guess */
export const mayHideAll = (query: Query, evidence: Evidence): boolean =>
  rowsOf(evidence, query).length === 0 && missingPermissions(query, evidence).length > 0;
