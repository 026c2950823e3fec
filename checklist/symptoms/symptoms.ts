import { REFUSALS } from "../facts/refusals.ts";
import type { Source } from "../judge/check.ts";
import type { CheckId } from "../judge/ids.ts";
import { article, knowledge, salesforceHelp } from "../judge/sources.ts";

/** What people come with; its words are the message `symptom.<id>`. */
export const SYMPTOM_IDS = [
  "connect-page",
  "send-page",
  "sends-stuck",
  "results-missing",
  "cant-send",
  "data-missing",
  "sign-in-error",
  "after-refresh",
  "after-password",
  "after-change"
] as const;
export type SymptomId = (typeof SYMPTOM_IDS)[number];

/** Words of an error text, and the checks that they speak of, to look at before the others. */
type ErrorText = readonly [words: RegExp, ...checks: CheckId[]];

export interface Symptom {
  readonly id: SymptomId;
  /** What can cause it, in the order to look. */
  readonly checks: readonly CheckId[];
  /** Error texts that show it. */
  readonly texts: readonly ErrorText[];
  /** What the connection of symptom and causes rests on; that of the texts is in docs/sources.md, Symptoms. */
  readonly source: Source;
}

/** Without these nothing works: they come first wherever the whole connection may be down. */
const WHOLE: readonly CheckId[] = ["package-installed", "app-installed", "connector-configured"];
/** Marketing Cloud signs in as the system user: without these it can't. */
const SIGN_IN: readonly CheckId[] = [
  "app-permission-set",
  "app-access",
  "user-active",
  "user-locked",
  "user-api-enabled"
];
const POLICIES: readonly CheckId[] = ["permitted-users", "ip-relaxation", "refresh-token-policy", "session-level"];
const API_USER: readonly CheckId[] = [
  "api-user-integrated",
  "api-user-flag",
  "api-user-roles",
  "api-user-business-units"
];

export const SYMPTOMS: readonly Symptom[] = [
  {
    id: "connect-page",
    checks: [
      ...WHOLE,
      "sandbox-copy",
      "system-user-chosen",
      "system-user-plausible",
      ...SIGN_IN,
      ...POLICIES,
      "api-user-integrated",
      "api-user-flag",
      "marketing-cloud-tab"
    ],
    texts: [
      [/connect to marketing cloud|connect the mc api user/i],
      [/IntegrationNotConfigured|needCustomSetting/i, "connector-configured"],
      [/et4ae5__connectionError/i]
    ],
    source: article("Other Considerations")
  },
  {
    id: "send-page",
    checks: [
      "system-user-chosen",
      "system-user-plausible",
      "appexchange-admin",
      "connector-permission-sets",
      "connector-configured",
      "marketing-cloud-tab"
    ],
    texts: [[/configure marketing cloud connector/i]],
    source: article("Other Considerations")
  },
  {
    id: "sends-stuck",
    checks: [
      ...WHOLE,
      "sandbox-copy",
      ...SIGN_IN,
      ...POLICIES,
      "user-license",
      "marketing-user",
      "appexchange-user",
      "business-units-enabled",
      ...API_USER,
      "mc-password-expiry",
      "mc-login-inactivity",
      "mc-ip-allowlist",
      "marketing-cloud-tab",
      "send-errors",
      "user-logins",
      "package-jobs"
    ],
    texts: [
      [/send queued|requeued/i],
      // Set up as Salesforce asks, the connector's calls don't count against the limit.
      [/REQUEST_LIMIT_EXCEEDED|TotalRequests limit/i, "app-installed", "permitted-users", "app-access"]
    ],
    source: knowledge("005228128", "Anticipated Impact", "2025-12-15")
  },
  {
    id: "results-missing",
    checks: [
      ...WHOLE,
      ...SIGN_IN,
      "user-profile",
      "system-user-plausible",
      "system-user-data-access",
      "connector-permission-sets",
      "api-user-integrated",
      "api-user-business-units",
      "package-jobs",
      "user-logins",
      "tracking-fresh"
    ],
    texts: [
      // Salesforce refuses to save what Marketing Cloud writes.
      [/STORAGE_LIMIT_EXCEEDED|FIELD_CUSTOM_VALIDATION_EXCEPTION|FIELD_INTEGRITY_EXCEPTION|REQUIRED_FIELD_MISSING/i],
      [/CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|UNABLE_TO_LOCK_ROW/i]
    ],
    source: salesforceHelp("User Types and Permissions", "mktg.mc_co_user_types_and_permissions")
  },
  {
    id: "cant-send",
    checks: [
      "package-installed",
      "appexchange-user",
      "marketing-user",
      "app-access",
      "user-active",
      "user-locked",
      "user-license",
      "user-profile",
      "connector-permission-sets",
      "shared-mc-user",
      "business-units-enabled",
      "scope-by-user",
      "api-user-business-units"
    ],
    texts: [
      [/UserNotPermittedToSend/i, "appexchange-user", "marketing-user"],
      [/insufficient privileges/i, "connector-permission-sets", "user-profile"],
      [/UserNot(?:ET)?Integrated/i, "shared-mc-user"],
      [/UserNoBusinessUnits|BusinessUnitHold|noSendTypes/i, "business-units-enabled"]
    ],
    source: salesforceHelp("Manage Users", "mktg.mc_co_manage_users")
  },
  {
    id: "data-missing",
    checks: [
      "system-user-data-access",
      "scope-by-user",
      "user-profile",
      "connector-permission-sets",
      "api-user-business-units",
      "business-units-enabled",
      "user-license"
    ],
    texts: [
      [/\bINVALID_FIELD\b|no such column|\bINVALID_TYPE\b|sobject type '.*' is not supported/i],
      [/\bINSUFFICIENT_ACCESS/i]
    ],
    source: article("Marketing Cloud Checklist")
  },
  {
    id: "sign-in-error",
    checks: [...WHOLE, ...SIGN_IN, ...POLICIES, "app-changes", "user-sign-in", "api-user-integrated", "user-logins"],
    texts: [
      ...REFUSALS,
      [/OAUTH_APPROVAL_ERROR_GENERIC|app must be installed/i, "app-installed", "permitted-users", "app-access"],
      [/\binvalid_grant\b|\binvalid_client\b|\baccess_denied\b|\bredirect_uri_mismatch\b|authentication failure/i],
      [/\bINVALID_LOGIN\b|\bINVALID_SESSION_ID\b|session expired or invalid|invalid password|ERROR_INVALID_PASSWORD/i],
      [/restricted time|ERROR_RESTRICTED_TIME|LOGIN_DURING_RESTRICTED|invalid login hours/i],
      [/login rate exceeded|ERROR_RATE_EXCEEDED|rate_limit_exceeded/i],
      [/api[-_]only|computer activation|identity verification|multi-factor|LOGIN_CHALLENGE/i, "user-sign-in"],
      [/high.assurance/i, "session-level"]
    ],
    source: salesforceHelp("OAuth 2.0 Authorization Errors", "xcloud.remoteaccess_oauth_flow_errors")
  },
  {
    id: "after-refresh",
    checks: [
      "sandbox-copy",
      "package-installed",
      "app-installed",
      "connector-configured",
      "business-units-enabled",
      "system-user-chosen",
      ...SIGN_IN,
      "permitted-users",
      "ip-relaxation",
      "refresh-token-policy",
      "marketing-cloud-tab"
    ],
    texts: [],
    source: knowledge("000384712", "Sandbox refresh", "2026-11-27")
  },
  {
    id: "after-password",
    checks: [
      "user-locked",
      "api-user-flag",
      "api-user-integrated",
      "mc-password-expiry",
      "user-sign-in",
      "marketing-cloud-tab",
      "user-logins",
      "send-errors"
    ],
    texts: [
      // Salesforce's own password: no check reads when it expires.
      [/WITH_EXPIRED_PASSWORD/i],
      [/change your (?:expired )?password|password (?:has )?expired/i, "mc-password-expiry"]
    ],
    source: knowledge("005228128", "Anticipated Impact", "2025-12-15")
  },
  {
    id: "after-change",
    checks: [
      ...WHOLE,
      "app-changes",
      ...SIGN_IN,
      ...POLICIES,
      "user-profile",
      "user-sign-in",
      "appexchange-admin",
      "connector-permission-sets",
      "system-user-data-access",
      "mc-login-inactivity",
      "mc-ip-allowlist",
      "send-errors"
    ],
    texts: [],
    source: article("Sales Checklist")
  }
];
