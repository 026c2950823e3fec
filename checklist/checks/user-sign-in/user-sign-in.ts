import { isInForce } from "../../facts/route.ts";
import { personCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { systemUserSets } from "../../queries/system-user-sets.ts";
import { systemUserSsoSets } from "../../queries/system-user-sso-sets.ts";
import { systemUserVerifications } from "../../queries/system-user-verifications.ts";
import messages from "./en.json" with { type: "json" };

/** Values of VerificationHistory.VerificationMethod. Source: docs/sources.md, Access. */
const PHISHING_RESISTANT: readonly string[] = [
  "U2F",
  "BuiltInAuthenticator",
  "WebAuthnRoamingAuthenticator",
  "PwlessPasskey"
];

/**
 * Whether the system user can still sign in by hand, as the article's last step asks. Since July 2026 an admin needs a
 * phishing-resistant factor for that. One that was not used in 180 days may be registered all the same: hence a warning.
 */
export const userSignIn = personCheck({
  id: "user-sign-in",
  messages,
  cases: {
    "factor-seen": "pass",
    "api-only": "warn",
    "sso-only": "warn",
    "none-seen": "warn",
    "no-rights": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem" },
  needs: [systemUserSets, systemUserVerifications],
  consults: [systemUserSsoSets],
  source: {
    title: "Knowledge 005321563",
    section: "Phishing-resistant multi-factor authentication for admins",
    published: "Summer '26",
    url: "https://help.salesforce.com/s/articleView?id=005321563&type=1"
  },
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["allow", "sign-in", "keep"],
  judge(user, _person, facts) {
    const sets = facts.rowsWith(systemUserSets, "AssigneeId", user.Id);
    // Everybody holds at least the set of their profile.
    if (!sets.length)
      return facts.mayHide(systemUserSets) ? hidden(systemUserSets, facts.evidence) : { case: "no-rights" };
    const inForce = sets.filter((row) => isInForce(row, facts.now));
    if (inForce.some(({ PermissionSet }) => PermissionSet.PermissionsApiUserOnly)) return { case: "api-only" };
    const verified = facts.rowsWith(systemUserVerifications, "UserId", user.Id);
    const [newest] = verified
      .filter(({ VerificationMethod }) => PHISHING_RESISTANT.some((method) => method === VerificationMethod))
      .map(({ VerificationTime }) => VerificationTime)
      .sort((a, b) => Date.parse(b) - Date.parse(a));
    if (newest !== undefined) return { case: "factor-seen", values: { date: { date: newest } } };
    if (!verified.length && facts.mayHide(systemUserVerifications))
      return hidden(systemUserVerifications, facts.evidence);
    // Only among warnings: an org without the permission has no such field, and that must not make anything greener.
    const sso = facts.rowsWith(systemUserSsoSets, "AssigneeId", user.Id);
    return { case: sso.some((row) => isInForce(row, facts.now)) ? "sso-only" : "none-seen" };
  }
});
