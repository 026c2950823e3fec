import { flag, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The permission set that the article tells admins to make, attached or not: of any name, but mostly of this one. */
export const handMadeSets = query("hand-made-sets", {
  object: "PermissionSet",
  fields: { Id: text, Label: text, HasActivationRequired: flag },
  permissions: ["PermissionsViewSetup"],
  limit: 2,
  sample: true,
  ask: always
});
