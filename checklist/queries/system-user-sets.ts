import { date, flag, optional, parent, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** All that gives the system user rights: the profile's own set, permission sets, and groups as Salesforce calculated them. */
export const systemUserSets = query("system-user-sets", {
  object: "PermissionSetAssignment",
  fields: {
    Id: text,
    AssigneeId: text,
    PermissionSetId: text,
    ExpirationDate: optional(date),
    IsActive: flag,
    PermissionSet: parent({
      Label: text,
      IsOwnedByProfile: flag,
      HasActivationRequired: flag,
      PermissionsApiUserOnly: flag,
      PermissionsModifyAllData: flag
    }),
    PermissionSetGroup: optional(parent({ MasterLabel: text, Status: text, HasActivationRequired: flag }))
  },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ systemUserIds }) => withIds({ systemUserIds })
});

export const healthy = ({ systemUser, adminSet }: HealthyOrg): RowOf<typeof systemUserSets>[] => [
  {
    Id: "0Pa000000000070AAA",
    AssigneeId: systemUser,
    PermissionSetId: adminSet,
    IsActive: true,
    PermissionSet: {
      Label: "00e000000000001AAA",
      IsOwnedByProfile: true,
      HasActivationRequired: false,
      PermissionsApiUserOnly: false,
      PermissionsModifyAllData: true
    }
  }
];
