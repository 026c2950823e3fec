import { date, flag, optional, text } from "../evidence/fields.ts";
import { query, withIds } from "../evidence/query.ts";
import { appGrants } from "./app-grants.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";
import { permissionSetIds } from "./permission-set-ids.ts";

/** Who holds a group that contains a permission set of the app. Apart from the sets: SOQL takes no semi-join beside an OR. */
export const groupAssignments = query("group-assignments", {
  object: "PermissionSetAssignment",
  fields: { Id: text, AssigneeId: text, PermissionSetGroupId: text, ExpirationDate: optional(date), IsActive: flag },
  permissions: ["PermissionsViewSetup"],
  after: [appGrants, ...PEOPLE_QUERIES],
  ask: (known) => withIds({ permissionSetIds: permissionSetIds(known), userIds: known.userIds })
});
