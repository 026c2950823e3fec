import type { Check, CheckId } from "./engine/check.ts";
import { CHECK_IDS } from "./engine/check.ts";
import { apiUserBusinessUnits } from "./checks/api-user-business-units.ts";
import { apiUserFlag } from "./checks/api-user-flag.ts";
import { apiUserIntegrated } from "./checks/api-user-integrated.ts";
import { apiUserRoles } from "./checks/api-user-roles.ts";
import { appAccess } from "./checks/app-access.ts";
import { appInstalled } from "./checks/app-installed.ts";
import { appPermissionSet } from "./checks/app-permission-set.ts";
import { appexchangeAdmin } from "./checks/appexchange-admin.ts";
import { appexchangeUser } from "./checks/appexchange-user.ts";
import { ipRelaxation } from "./checks/ip-relaxation.ts";
import { marketingCloudTab } from "./checks/marketing-cloud-tab.ts";
import { marketingUser } from "./checks/marketing-user.ts";
import { packageInstalled } from "./checks/package-installed.ts";
import { permittedUsers } from "./checks/permitted-users.ts";
import { refreshTokenPolicy } from "./checks/refresh-token-policy.ts";
import { scopeByUser } from "./checks/scope-by-user.ts";
import { systemUserChosen } from "./checks/system-user-chosen.ts";
import { userActive } from "./checks/user-active.ts";
import { userLicense } from "./checks/user-license.ts";
import { userProfile } from "./checks/user-profile.ts";
import { viewerAccess } from "./checks/viewer-access.ts";

const BY_ID: { readonly [Id in CheckId]: Check } = {
  "viewer-access": viewerAccess,
  "package-installed": packageInstalled,
  "app-installed": appInstalled,
  "system-user-chosen": systemUserChosen,
  "app-permission-set": appPermissionSet,
  "app-access": appAccess,
  "permitted-users": permittedUsers,
  "ip-relaxation": ipRelaxation,
  "refresh-token-policy": refreshTokenPolicy,
  "user-active": userActive,
  "user-license": userLicense,
  "user-profile": userProfile,
  "marketing-user": marketingUser,
  "appexchange-user": appexchangeUser,
  "appexchange-admin": appexchangeAdmin,
  "api-user-flag": apiUserFlag,
  "api-user-roles": apiUserRoles,
  "api-user-business-units": apiUserBusinessUnits,
  "api-user-integrated": apiUserIntegrated,
  "scope-by-user": scopeByUser,
  "marketing-cloud-tab": marketingCloudTab
};

/** Every check, in order of repair. */
export const CHECKS: readonly Check[] = CHECK_IDS.map((id) => BY_ID[id]);

export const checkOf = (id: CheckId): Check => BY_ID[id];
