import { flag, parent, text } from "../evidence/fields.ts";
import { query, withIds } from "../evidence/query.ts";
import { appGrants } from "./app-grants.ts";
import { permissionSetIds } from "./permission-set-ids.ts";

/** The groups that contain a permission set of the app, and whether Salesforce has finished calculating them. */
export const permissionSetGroups = query("permission-set-groups", {
  object: "PermissionSetGroupComponent",
  label: "permission set groups",
  fields: {
    Id: text,
    PermissionSetGroupId: text,
    PermissionSetGroup: parent({ MasterLabel: text, Status: text, HasActivationRequired: flag })
  },
  permissions: ["PermissionsViewSetup"],
  after: [appGrants],
  ask: (known) => withIds({ permissionSetIds: permissionSetIds(known) })
});
