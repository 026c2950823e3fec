import { flag, type Field } from "../evidence/fields.ts";
import { PERMISSIONS, type ViewerPermission } from "../evidence/permissions.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

const fields = Object.fromEntries(Object.keys(PERMISSIONS).map((name) => [name, flag])) as Record<
  ViewerPermission,
  Field<boolean, false>
>;

/** What the person looking may do: one row. Its SOQL is made from `evidence/permissions.ts` by `npm run docs`. */
export const viewerPermissions = query("viewer-permissions", {
  object: "UserPermissionAccess",
  label: "your own permissions",
  fields,
  limit: 1,
  sample: true,
  ask: always
});

export const healthy = (): RowOf<typeof viewerPermissions>[] => [
  Object.fromEntries(Object.keys(PERMISSIONS).map((name) => [name, true])) as RowOf<typeof viewerPermissions>
];
