import type { RefreshTokenPolicy } from "../calibration/known.ts";
import { policyShowing } from "../calibration/refresh-token.ts";
import { orgCheck, type Outcome } from "../engine/check.ts";
import { policiesOf, policyBasis } from "../engine/policies.ts";
import { article } from "../engine/sources.ts";

/**
 * What each policy means here. How Salesforce shows "Immediately expire refresh token" is documented nowhere (docs/sources.md,
 * Connected app): until orgs have shown it, as `calibration/table.ts` tells, no reading passes.
 */
const OUTCOMES = {
  "immediately-expire": { state: "pass", case: "at-once" },
  "valid-until-revoked": { state: "fail", case: "until-revoked" },
  "expire-if-not-used": { state: "fail", case: "inactivity" },
  "expire-after": { state: "fail", case: "period" }
} as const satisfies Record<RefreshTokenPolicy, Outcome<"refresh-token-policy">>;

export const refreshTokenPolicy = orgCheck({
  id: "refresh-token-policy",
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  needs: ["connected-apps", "app-policies"],
  consults: ["viewer-permissions", "app-policy-changes"],
  source: article("Sales Checklist"),
  link: { page: "manage-connected-apps" },
  fix: ["open-app", "edit-policies", "choose", "save-if-changed"],
  judge(facts) {
    const policies = policiesOf(facts);
    if (!policies || facts.app.kind !== "one") return { state: "unknown", case: "no-policies" };
    const { OptionsRefreshTokenValidityMetric: inactivity, RefreshTokenValidityPeriod: period = null } = policies;
    const policy = policyShowing(facts.calibration, inactivity, period);
    if (policy) return { ...OUTCOMES[policy], values: { period: period ?? 0 } };
    const basis = policyBasis(facts.app.row, facts.rows("app-policy-changes"), facts.calibration);
    return { state: "confirm", case: "look", basis };
  }
});
