import { date, optional, parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

export const appPolicyChanges = query("app-policy-changes", {
  object: "SetupAuditTrail",
  label: "the setup audit trail",
  fields: {
    Id: text,
    Action: text,
    Display: optional(text),
    CreatedDate: date,
    CreatedBy: optional(parent({ Name: text }))
  },
  permissions: ["PermissionsViewSetup"],
  limit: 2000,
  ask: always
});
