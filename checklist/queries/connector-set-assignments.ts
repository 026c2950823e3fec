import { date, flag, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { idsFrom, query, withIds, type Ids, type Known, type RowOf } from "../evidence/query.ts";
import { connectorSetGroups } from "./connector-set-groups.ts";
import { connectorSets } from "./connector-sets.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** Who holds a permission set of the package, or a group that contains one. */
export const connectorSetAssignments = query("connector-set-assignments", {
  object: "PermissionSetAssignment",
  fields: {
    Id: text,
    AssigneeId: text,
    PermissionSetId: text,
    PermissionSetGroupId: optional(text),
    ExpirationDate: optional(date),
    IsActive: flag
  },
  permissions: ["PermissionsViewSetup"],
  after: [connectorSets, connectorSetGroups, ...PEOPLE_QUERIES],
  ask: (known) => withIds({ userIds: known.userIds, setAndGroupIds: setAndGroupIds(known) })
});

/** In one list, because there may be no group, and SOQL takes no empty list. */
function setAndGroupIds(known: Known): Ids {
  const sets = idsFrom(known, connectorSets, ({ Id }) => Id);
  const groups = idsFrom(known, connectorSetGroups, ({ PermissionSetGroupId }) => PermissionSetGroupId);
  if ("blockedBy" in sets) return sets;
  return "blockedBy" in groups ? groups : [...sets, ...groups];
}

export const healthy = (org: HealthyOrg): RowOf<typeof connectorSetAssignments>[] => {
  const { systemUser, impactedUser, connectorSets: sets } = org;
  const held = [...Object.values(sets).map((set) => [systemUser, set]), [impactedUser, sets.ExactTarget_Integration]];
  return held.map(([AssigneeId = "", PermissionSetId = ""], n) => ({
    Id: `0Pa00000000005${String(n)}AAA`,
    AssigneeId,
    PermissionSetId,
    IsActive: true
  }));
};
