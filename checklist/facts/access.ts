import type { Evidence } from "../evidence/evidence.ts";
import { rowsOf } from "../evidence/evidence.ts";
import type { Query, RowOf } from "../evidence/query.ts";
import type { RowsWith } from "../evidence/row-index.ts";
import { appGrants } from "../queries/app-grants.ts";
import { groupAssignments } from "../queries/group-assignments.ts";
import { permissionSetAssignments } from "../queries/permission-set-assignments.ts";
import { permissionSetGroups } from "../queries/permission-set-groups.ts";
import { users } from "../queries/users.ts";
import { routeBy, type Route } from "./route.ts";

/** What tells who may use the connected app. */
export const ACCESS_QUERIES: readonly Query[] = [
  appGrants,
  users,
  permissionSetGroups,
  permissionSetAssignments,
  groupAssignments
];

export interface Access {
  readonly throughProfile: boolean;
  /** Assignments that Salesforce calls active. Whether they have ended is for whoever knows the time. */
  readonly routes: readonly Route[];
}

/**
 * How a person may use the app: through their profile, a permission set, or a group that contains one. Both the group's
 * own aggregate set and its components are followed: which of them carries the access is not established (docs/sources.md,
 * Access).
 */
export function accessOf(
  { Id, ProfileId }: Pick<RowOf<typeof users>, "Id" | "ProfileId">,
  { evidence, rowsWith }: { readonly evidence: Evidence; readonly rowsWith: RowsWith }
): Access {
  const grants = rowsOf(evidence, appGrants);
  const viaSets = rowsWith(permissionSetAssignments, "AssigneeId", Id).flatMap((assignment) => {
    const set = rowsWith(appGrants, "ParentId", assignment.PermissionSetId)[0]?.Parent;
    return set ? routeBy(assignment, assignment.PermissionSetGroup ?? set) : [];
  });
  const viaGroups = rowsWith(groupAssignments, "AssigneeId", Id).flatMap((assignment) => {
    const [row] = rowsWith(permissionSetGroups, "PermissionSetGroupId", assignment.PermissionSetGroupId);
    return row ? routeBy(assignment, row.PermissionSetGroup) : [];
  });
  return {
    throughProfile: grants.some(({ Parent }) => Parent.IsOwnedByProfile && Parent.ProfileId === ProfileId),
    routes: [...viaSets, ...viaGroups]
  };
}
