import type { Evidence } from "../evidence/evidence.ts";
import { rowsOf } from "../evidence/evidence.ts";
import type { Query, RowOf } from "../evidence/query.ts";
import type { RowsWith } from "../evidence/row-index.ts";
import { appGrants } from "../queries/app-grants.ts";
import { groupAssignments } from "../queries/group-assignments.ts";
import { permissionSetAssignments } from "../queries/permission-set-assignments.ts";
import { permissionSetGroups } from "../queries/permission-set-groups.ts";
import { users } from "../queries/users.ts";

/** What tells who may use the connected app. */
export const ACCESS_QUERIES: readonly Query[] = [
  appGrants,
  users,
  permissionSetGroups,
  permissionSetAssignments,
  groupAssignments
];

/** A way to the app. */
interface Route {
  readonly by: "set" | "group";
  readonly name: string;
  /** ISO 8601; undefined where it lasts. */
  readonly ends: string | undefined;
  /** Why it may not give the access that it seems to: see `doubtOf`. */
  readonly doubt: "session-based" | "group-not-updated" | null;
}

export interface Access {
  readonly throughProfile: boolean;
  /** Assignments that Salesforce calls active. Whether they have ended is for whoever knows the time. */
  readonly routes: readonly Route[];
}

/** How a permission set group stands when its permissions are calculated. Source: Object Reference, PermissionSetGroup.Status. */
const CALCULATED = "Updated";

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
  const viaSets = rowsWith(permissionSetAssignments, "AssigneeId", Id)
    .filter(({ IsActive }) => IsActive)
    .flatMap(({ PermissionSetId, ExpirationDate: ends }): Route[] => {
      const set = rowsWith(appGrants, "ParentId", PermissionSetId)[0]?.Parent;
      return set
        ? [{ by: "set", name: set.Label, ends, doubt: set.HasActivationRequired ? "session-based" : null }]
        : [];
    });
  const viaGroups = rowsWith(groupAssignments, "AssigneeId", Id)
    .filter(({ IsActive }) => IsActive)
    .flatMap(({ PermissionSetGroupId, ExpirationDate: ends }): Route[] => {
      const [row] = rowsWith(permissionSetGroups, "PermissionSetGroupId", PermissionSetGroupId);
      const group = row?.PermissionSetGroup;
      return group ? [{ by: "group", name: group.MasterLabel, ends, doubt: doubtOf(group) }] : [];
    });
  return {
    throughProfile: grants.some(({ Parent }) => Parent.IsOwnedByProfile && Parent.ProfileId === ProfileId),
    routes: [...viaSets, ...viaGroups]
  };
}

/** A session-based group gives nothing until somebody activates it; one that is not calculated may give less than it holds. */
const doubtOf = ({ HasActivationRequired, Status }: { HasActivationRequired: boolean; Status: string }) =>
  HasActivationRequired ? "session-based" : Status === CALCULATED ? null : "group-not-updated";
