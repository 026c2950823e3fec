import { date, flag, optional, parent, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { appGrants } from "./app-grants.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";
import { permissionSetIds } from "./permission-set-ids.ts";

export const permissionSetAssignments = query("permission-set-assignments", {
  object: "PermissionSetAssignment",
  fields: {
    Id: text,
    AssigneeId: text,
    PermissionSetId: text,
    ExpirationDate: optional(date),
    IsActive: flag,
    // Only where the set is a group's own: what Salesforce calculated from the sets in it.
    PermissionSetGroup: optional(parent({ MasterLabel: text, Status: text, HasActivationRequired: flag }))
  },
  permissions: ["PermissionsViewSetup"],
  after: [appGrants, ...PEOPLE_QUERIES],
  ask: (known) => withIds({ permissionSetIds: permissionSetIds(known), userIds: known.userIds })
});

export const healthy = ({ systemUser, impactedUser, appSet }: HealthyOrg): RowOf<typeof permissionSetAssignments>[] => [
  { Id: "0Pa000000000001AAA", AssigneeId: systemUser, PermissionSetId: appSet, IsActive: true },
  { Id: "0Pa000000000002AAA", AssigneeId: impactedUser, PermissionSetId: appSet, IsActive: true }
];
