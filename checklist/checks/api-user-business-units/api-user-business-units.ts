import { nameOfUnit } from "../../facts/business-unit.ts";
import { connectedAccountOf } from "../../facts/connected-account.ts";
import { orgCheck, type Facts } from "../../judge/check.ts";
import { businessUnitsShown, type ExpectedUnits } from "../../marketing-cloud/judge-user.ts";
import { businessUnits } from "../../queries/business-units.ts";
import { connectedAccount } from "../../queries/connected-account.ts";
import { API_USER_BASIS, API_USER_QUESTION, ASKS } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

/** Which business units this org uses is known here; whether the API user may enter them only Marketing Cloud tells. */
export const apiUserBusinessUnits = orgCheck({
  ...API_USER_QUESTION,
  id: "api-user-business-units",
  messages,
  cases: {
    ...ASKS,
    "has-units": "pass",
    "no-such-user": "fail",
    "lacks-units": "fail",
    "other-default": "fail"
  },
  severity: "problem",
  consults: [businessUnits, connectedAccount],
  restsOn: [...API_USER_BASIS, "business-units"],
  answers: { all: "right", missing: "wrong", "wrong-default": "wrong" },
  look: ["open-users-in-marketing-cloud", "find", "manage", "default"],
  fix: ["open-users-in-marketing-cloud", "find", "add", "set-default"],
  fixes: {
    missing: ["open-users-in-marketing-cloud", "find", "add"],
    "wrong-default": ["open-users-in-marketing-cloud", "find", "set-default"]
  },
  judge(facts) {
    const units = [...unitsOf(facts)].map(([, name]) => name);
    return units.length ? { case: "look-at", values: { units } } : { case: "look" };
  },
  hear: (answer, facts) => businessUnitsShown(answer, expectedOf(facts))
});

/** @returns the enabled business units, each with what it is called here and, where the org knows it, its MID */
const unitsOf = (facts: Facts): [mid: string | undefined, name: string][] =>
  facts.rows(businessUnits).map((row) => [row.et4ae5__Business_Unit_ID__c, nameOfUnit(row)]);

function expectedOf(facts: Facts): ExpectedUnits {
  const units = unitsOf(facts).flatMap(([mid, name]) => (mid === undefined ? [] : [[mid, name] as const]));
  const isWhole = units.length === facts.rows(businessUnits).length;
  return { enabled: isWhole ? new Map(units) : undefined, connected: connectedAccountOf(facts) };
}
