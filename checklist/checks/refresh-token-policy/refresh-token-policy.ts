import type { RefreshTokenPolicy } from "../../calibration/known.ts";
import { policyShowing } from "../../calibration/refresh-token.ts";
import { orgCheck } from "../../judge/check.ts";
import { policiesOf } from "../../facts/policies.ts";
import { article } from "../../judge/sources.ts";
import { appPolicies } from "../../queries/app-policies.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/**
 * What each policy means here. How Salesforce shows "Immediately expire refresh token" is documented nowhere (docs/sources.md,
 * Connected app): until orgs have shown it, as `calibration/table.ts` tells, no reading passes.
 */
const CASE_OF = {
  "immediately-expire": "at-once",
  "valid-until-revoked": "until-revoked",
  "expire-if-not-used": "inactivity",
  "expire-after": "period"
} as const satisfies Record<RefreshTokenPolicy, string>;

export const refreshTokenPolicy = orgCheck({
  id: "refresh-token-policy",
  messages,
  cases: {
    look: "confirm",
    inactivity: "fail",
    period: "fail",
    "until-revoked": "fail",
    "at-once": "pass",
    "no-policies": "unknown"
  },
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  needs: [appPolicies],
  restsOn: ["app", "policies"],
  source: article("Sales Checklist"),
  link: appPage,
  answers: {
    "immediately-expire": "right",
    "valid-until-revoked": "wrong",
    "expire-if-not-used": "wrong",
    "expire-after": "wrong"
  },
  look: ["open-app", "check"],
  fix: ["open-app", "edit-policies", "choose", "save"],
  judge(facts) {
    const policies = policiesOf(facts);
    if (!policies) return { case: "no-policies" };
    const { OptionsRefreshTokenValidityMetric: inactivity, RefreshTokenValidityPeriod: period = null } = policies;
    const policy = policyShowing(facts.calibration, inactivity, period);
    if (policy) return { case: CASE_OF[policy], values: { period: period ?? 0 } };
    return { case: "look" };
  }
});
