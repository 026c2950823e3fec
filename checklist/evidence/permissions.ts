/**
 * What Salesforce asks of the person looking before it shows what a query is about: the field of UserPermissionAccess, and
 * the permission's label in Setup. `viewer-permissions.soql` is made from it (`npm run docs`).
 */
export const PERMISSIONS = {
  PermissionsViewSetup: "“View Setup and Configuration”",
  PermissionsCustomizeApplication: "“Customize Application”",
  PermissionsManageUsers: "“Manage Users”"
} as const;

export type ViewerPermission = keyof typeof PERMISSIONS;
