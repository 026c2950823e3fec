import { date, flag, optional, parent, text } from "../evidence/fields.ts";
import { query, withIds } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** What makes the system user sign in through single sign-on only. An org without delegated authentication lacks the field. */
export const systemUserSsoSets = query("system-user-sso-sets", {
  object: "PermissionSetAssignment",
  fields: {
    Id: text,
    AssigneeId: text,
    ExpirationDate: optional(date),
    IsActive: flag,
    PermissionSet: parent({ HasActivationRequired: flag })
  },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ systemUserIds }) => withIds({ systemUserIds })
});
