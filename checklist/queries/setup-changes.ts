import { date, optional, parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/**
 * Who gave or took away access, and who edited users, in Setup. The newest are enough: how far back they reach is told by
 * the oldest. Apart from `app-policy-changes`, since an org may have so many that they are cut off.
 */
export const setupChanges = query("setup-changes", {
  object: "SetupAuditTrail",
  fields: {
    Id: text,
    Action: text,
    Display: optional(text),
    CreatedDate: date,
    CreatedBy: optional(parent({ Name: text }))
  },
  permissions: ["PermissionsViewSetup"],
  limit: 2000,
  sample: true,
  ask: always
});
