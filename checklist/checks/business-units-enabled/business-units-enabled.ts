import { nameOfUnit } from "../../facts/business-unit.ts";
import { connectedAccountOf } from "../../facts/connected-account.ts";
import { orgCheck } from "../../judge/check.ts";
import { knowledge } from "../../judge/sources.ts";
import { businessUnits } from "../../queries/business-units.ts";
import { connectedAccount } from "../../queries/connected-account.ts";
import messages from "./en.json" with { type: "json" };

/** More than one system user serves well. Source: docs/sources.md, The connection. */
const MOST = 5;

/**
 * Whether this org uses a business unit of Marketing Cloud. With Multi-Org the top-level one need not be among them, and
 * nothing in the org tells Multi-Org, so a person is asked. What the fields mean is read from their names
 * (docs/sources.md, The connection), hence no failure.
 */
export const businessUnitsEnabled = orgCheck({
  id: "business-units-enabled",
  messages,
  cases: {
    enabled: "pass",
    none: "warn",
    waiting: "warn",
    "not-top-level": "confirm",
    many: "warn",
    "not-configured": "not-applicable"
  },
  advice: ["many"],
  about: "org",
  step: "package",
  severity: "problem",
  requires: ["package"],
  needs: [connectedAccount, businessUnits],
  restsOn: ["configuration", "business-units"],
  source: knowledge("000384220", "Note 2", "January 2025"),
  link: null,
  answers: { "multi-org": "right", "not-intended": "wrong" },
  look: ["multi-org", "default"],
  fix: ["open", "enable", "default"],
  judge(facts) {
    const accounts = facts.rows(connectedAccount);
    if (accounts.length === 0) return { case: "not-configured" };
    const enabled = facts.rows(businessUnits);
    const units = enabled.map(nameOfUnit);
    const values = { units, count: units.length };
    if (accounts.some((row) => row.et4ae5__AwaitingBusinessUnits__c)) return { case: "waiting", values };
    if (units.length === 0) return { case: "none" };
    const mid = connectedAccountOf(facts);
    if (mid !== undefined && !enabled.some((row) => row.et4ae5__Business_Unit_ID__c?.trim() === mid))
      return { case: "not-top-level", values: { ...values, mid } };
    return { case: units.length > MOST ? "many" : "enabled", values };
  }
});
