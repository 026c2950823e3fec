import type { CheckId, Report, Selection, SymptomId } from "../../checklist/index.ts";
import { readInput, runOf, YESTERDAY, type Change } from "./changed-org.ts";
import { allConfirmed } from "./run.ts";

/** What a person sees, what is wrong in the org, and the check that finds it. */
export const SEEN: readonly (readonly [SymptomId, change: string, CheckId])[] = [
  ["connect-page", "never-connected", "connector-configured"],
  ["connect-page", "app-gone", "app-installed"],
  ["connect-page", "system-user-inactive", "user-active"],
  ["send-page", "system-user-checkbox-lost", "appexchange-admin"],
  ["send-page", "system-set-missing", "connector-permission-sets"],
  ["sends-stuck", "system-user-without-the-app", "app-access"],
  ["sends-stuck", "system-user-frozen", "user-locked"],
  ["sends-stuck", "triggered-sends-stuck", "send-errors"],
  ["results-missing", "tracking-stopped", "tracking-fresh"],
  ["results-missing", "package-job-failed", "package-jobs"],
  ["cant-send", "two-people-one-marketing-cloud-user", "shared-mc-user"],
  ["cant-send", "no-business-unit-enabled", "business-units-enabled"],
  ["data-missing", "email-hidden", "system-user-data-access"],
  ["sign-in-error", "app-not-approved", "user-logins"],
  ["sign-in-error", "refresh-tokens-live-on", "refresh-token-policy"],
  ["after-refresh", "sandbox-wired-to-production", "sandbox-copy"],
  ["after-password", "system-user-password-locked", "user-locked"],
  ["after-change", "policies-changed", "app-changes"],
  ["after-change", "no-phishing-resistant-factor", "user-sign-in"],
  ["after-change", "app-open-to-all", "permitted-users"]
];

/** Error texts, the check that each speaks of, and an org in which it is the cause. */
export const TEXTS: readonly (readonly [string, CheckId, change: string])[] = [
  ["invalid_grant: user hasn't approved this consumer", "app-access", "system-user-without-the-app"],
  ["error=OAUTH_APP_BLOCKED", "app-installed", "app-gone"],
  ["Restricted IP", "ip-relaxation", "ip-restrictions-enforced"],
  ["invalid_grant: inactive user", "user-active", "system-user-inactive"],
  ["user is frozen", "user-locked", "system-user-frozen"],
  ["API_CURRENTLY_DISABLED", "user-api-enabled", "api-not-enabled"],
  ["expired access/refresh token", "refresh-token-policy", "refresh-tokens-live-on"],
  ["Failed: API-only user", "user-sign-in", "system-user-api-only"],
  ["/apex/et4ae5__IntegrationNotConfigured", "connector-configured", "never-connected"],
  ["et4ae5__UserNoBusinessUnits", "business-units-enabled", "no-business-unit-enabled"],
  ["et4ae5__UserNotIntegrated", "shared-mc-user", "two-people-one-marketing-cloud-user"],
  ["High assurance session required", "session-level", "session-level-demanded"]
];

/** Each change of the inputs by its name, and the check that must name what is wrong there, by itself or by asking. */
export const changes =
  await readInput<Record<string, Change & { readonly cause?: CheckId; readonly asked?: true }>>("changes.json");

const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

/** @returns what a run says when everything has been confirmed that it asks for, but for one check */
export async function confirmedBut(change: Change, except?: CheckId): Promise<Report> {
  const run = await runOf(change, SELECTION);
  return run(allConfirmed({ report: run() }, YESTERDAY).filter(({ check }) => check !== except));
}
