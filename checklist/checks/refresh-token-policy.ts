import { orgCheck } from "../engine/check.ts";
import { policiesOf, policyBasis } from "../engine/policies.ts";
import { article } from "../engine/sources.ts";

/**
 * What the two readable fields say about Refresh Token Policy, first match wins. How Salesforce shows "Immediately
 * expire refresh token" is documented nowhere (docs/sources.md, Connected app), so that no reading passes yet: a calibrated
 * org changes this table and nothing else.
 */
const READINGS = [
  { inactivity: true, period: "any", reading: { state: "fail", case: "inactivity" } },
  { inactivity: false, period: "positive", reading: { state: "fail", case: "period" } },
  { inactivity: false, period: "any", reading: { state: "confirm", case: "look" } }
] as const;

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
    const positive = period !== null && period > 0;
    const found = READINGS.find((row) => row.inactivity === inactivity && (row.period === "any" || positive));
    if (!found) return { state: "unknown", case: "no-policies" };
    if (found.reading.state === "fail") return { ...found.reading, values: { period: period ?? 0 } };
    return { ...found.reading, basis: policyBasis(facts.app.row, facts.rows("app-policy-changes")) };
  }
});
