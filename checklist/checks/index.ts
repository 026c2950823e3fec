import type { Check } from "../judge/check.ts";
import { apiUserBusinessUnits } from "./api-user-business-units/api-user-business-units.ts";
import { apiUserFlag } from "./api-user-flag/api-user-flag.ts";
import { apiUserIntegrated } from "./api-user-integrated/api-user-integrated.ts";
import { apiUserRoles } from "./api-user-roles/api-user-roles.ts";
import { appAccess } from "./app-access/app-access.ts";
import { appChanges } from "./app-changes/app-changes.ts";
import { appInstalled } from "./app-installed/app-installed.ts";
import { appPermissionSet } from "./app-permission-set/app-permission-set.ts";
import { appexchangeAdmin } from "./appexchange-admin/appexchange-admin.ts";
import { appexchangeUser } from "./appexchange-user/appexchange-user.ts";
import { businessUnitsEnabled } from "./business-units-enabled/business-units-enabled.ts";
import { connectorConfigured } from "./connector-configured/connector-configured.ts";
import { connectorPermissionSets } from "./connector-permission-sets/connector-permission-sets.ts";
import { ipRelaxation } from "./ip-relaxation/ip-relaxation.ts";
import { marketingCloudTab } from "./marketing-cloud-tab/marketing-cloud-tab.ts";
import { marketingUser } from "./marketing-user/marketing-user.ts";
import { mcIpAllowlist } from "./mc-ip-allowlist/mc-ip-allowlist.ts";
import { mcLoginInactivity } from "./mc-login-inactivity/mc-login-inactivity.ts";
import { mcPasswordExpiry } from "./mc-password-expiry/mc-password-expiry.ts";
import { packageInstalled } from "./package-installed/package-installed.ts";
import { packageJobs } from "./package-jobs/package-jobs.ts";
import { permittedUsers } from "./permitted-users/permitted-users.ts";
import { refreshTokenPolicy } from "./refresh-token-policy/refresh-token-policy.ts";
import { sandboxCopy } from "./sandbox-copy/sandbox-copy.ts";
import { scopeByUser } from "./scope-by-user/scope-by-user.ts";
import { sendErrors } from "./send-errors/send-errors.ts";
import { sessionLevel } from "./session-level/session-level.ts";
import { sharedMcUser } from "./shared-mc-user/shared-mc-user.ts";
import { systemUserChosen } from "./system-user-chosen/system-user-chosen.ts";
import { systemUserDataAccess } from "./system-user-data-access/system-user-data-access.ts";
import { systemUserPlausible } from "./system-user-plausible/system-user-plausible.ts";
import { trackingFresh } from "./tracking-fresh/tracking-fresh.ts";
import { userActive } from "./user-active/user-active.ts";
import { userApiEnabled } from "./user-api-enabled/user-api-enabled.ts";
import { userLicense } from "./user-license/user-license.ts";
import { userLocked } from "./user-locked/user-locked.ts";
import { userLogins } from "./user-logins/user-logins.ts";
import { userProfile } from "./user-profile/user-profile.ts";
import { userSignIn } from "./user-sign-in/user-sign-in.ts";
import { viewerAccess } from "./viewer-access/viewer-access.ts";

/**
 * Every check, in the order of repair: what must hold before the next is worth mending. Source: docs/sources.md, Our own
 * rules.
 */
export const CHECKS: readonly Check[] = [
  packageInstalled,
  sandboxCopy,
  appInstalled,
  businessUnitsEnabled,
  viewerAccess,
  systemUserChosen,
  systemUserPlausible,
  appPermissionSet,
  appAccess,
  permittedUsers,
  ipRelaxation,
  refreshTokenPolicy,
  appChanges,
  sessionLevel,
  userActive,
  userLocked,
  userLicense,
  userProfile,
  userApiEnabled,
  userSignIn,
  marketingUser,
  appexchangeUser,
  appexchangeAdmin,
  connectorPermissionSets,
  sharedMcUser,
  systemUserDataAccess,
  apiUserFlag,
  apiUserRoles,
  apiUserBusinessUnits,
  scopeByUser,
  mcPasswordExpiry,
  mcLoginInactivity,
  mcIpAllowlist,
  apiUserIntegrated,
  connectorConfigured,
  userLogins,
  sendErrors,
  trackingFresh,
  packageJobs,
  marketingCloudTab
];
