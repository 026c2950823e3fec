import { flag, parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** Who holds the package's permission set Marketing Cloud System User. */
export const systemSetHolders = query("system-set-holders", {
  object: "PermissionSetAssignment",
  label: "permission set assignments",
  fields: { Id: text, AssigneeId: text, Assignee: parent({ Name: text, Username: text, IsActive: flag }) },
  permissions: ["PermissionsViewSetup"],
  limit: 50,
  sample: true,
  ask: always
});
