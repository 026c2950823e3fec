import { text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

/** What the permission sets of saved changes are called now. */
export const permissionSetLabels = query("permission-set-labels", {
  object: "PermissionSet",
  fields: { Id: text, Label: text }
});
