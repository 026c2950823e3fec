import { FIX_PERMISSIONS, type FixPermission } from "../evidence/permissions.ts";
import { flag, type Field } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

const fields = Object.fromEntries(Object.keys(FIX_PERMISSIONS).map((name) => [name, flag])) as Record<
  FixPermission,
  Field<boolean, false>
>;

/** Which of the permissions that changes need the person looking holds: one row, asked when a change is planned. */
export const fixPermissions = query("fix-permissions", {
  object: "UserPermissionAccess",
  fields,
  limit: 1,
  sample: true
});
