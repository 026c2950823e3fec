/**
 * What Salesforce asks of the person looking before it shows what a query is about: the field of UserPermissionAccess, and
 * the permission's label in Setup. `viewer-permissions.soql` is made from it (`npm run docs`).
 */
export const PERMISSIONS = {
  PermissionsViewSetup: "“View Setup and Configuration”",
  PermissionsCustomizeApplication: "“Customize Application”",
  PermissionsManageUsers: "“Manage Users”",
  PermissionsMonitorLoginHistory: "“Monitor Login History”"
} as const;

export type ViewerPermission = keyof typeof PERMISSIONS;

/** What Salesforce asks of a person who changes what the checks find wrong, likewise. Asked only when a change is planned. */
export const FIX_PERMISSIONS = {
  PermissionsAssignPermissionSets: "“Assign Permission Sets”",
  PermissionsManageProfilesPermissionsets: "“Manage Profiles and Permission Sets”",
  PermissionsManageUsers: PERMISSIONS.PermissionsManageUsers
} as const;

export type FixPermission = keyof typeof FIX_PERMISSIONS;

/** Permissions that show as much as another and more. Source: Object Reference, LoginHistory, Special Access Rules. */
const MORE_THAN: Partial<Readonly<Record<ViewerPermission, ViewerPermission>>> = {
  PermissionsMonitorLoginHistory: "PermissionsManageUsers"
};

/** @returns whether somebody with these permissions may see what takes this one */
export function mayAs(
  permission: ViewerPermission,
  held: Partial<Readonly<Record<ViewerPermission, boolean>>> | undefined
): boolean {
  const more = MORE_THAN[permission];
  return held?.[permission] === true || (more !== undefined && held?.[more] === true);
}
