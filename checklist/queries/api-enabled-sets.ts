import { date, flag, optional, parent, text } from "../evidence/fields.ts";
import { query, withIds } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** The permission sets and groups that give people API Enabled. Of a group, what Salesforce calculated: muting counts. */
export const apiEnabledSets = query("api-enabled-sets", {
  object: "PermissionSetAssignment",
  fields: {
    Id: text,
    AssigneeId: text,
    ExpirationDate: optional(date),
    IsActive: flag,
    PermissionSet: parent({ Label: text, HasActivationRequired: flag }),
    PermissionSetGroup: optional(parent({ MasterLabel: text, Status: text, HasActivationRequired: flag }))
  },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});
