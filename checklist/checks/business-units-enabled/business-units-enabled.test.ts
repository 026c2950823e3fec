import type { RowOf } from "../../evidence/query.ts";
import { judge } from "../../judge/judge.ts";
import type { businessUnits } from "../../queries/business-units.ts";
import type { connectedAccount } from "../../queries/connected-account.ts";
import { testCheck } from "../../testing/check-table.ts";
import { givenConfirmation } from "../../testing/given-confirmation.ts";
import { situation, withoutPackage, type Changes } from "../../testing/situation.ts";
import { businessUnitsEnabled } from "./business-units-enabled.ts";

type Account = RowOf<typeof connectedAccount>;
const account = (parent?: string, waiting = false): Account => ({
  Id: "a00000000000001AAA",
  et4ae5__Username__c: "mc-api-user",
  et4ae5__AwaitingBusinessUnits__c: waiting,
  ...(parent === undefined ? {} : { et4ae5__Parent_Account_MID__c: parent })
});
const units = (...mids: string[]): RowOf<typeof businessUnits>[] =>
  mids.map((mid) => ({
    Id: `a01${mid}`,
    et4ae5__Business_Unit_Name__c: `Unit ${mid}`,
    et4ae5__Business_Unit_ID__c: mid
  }));
const org = (accounts: Account[], ...mids: string[]): Changes => ({
  rows: { "connected-account": accounts, "business-units": units(...mids) }
});
const multiOrg = org([account("100")], "200", "300");

testCheck(businessUnitsEnabled, [
  ["passes when the top-level business unit is enabled", {}, "pass/enabled"],
  ["passes with five, the top-level one among them", org([account("3")], "1", "2", "3", "4", "5"), "pass/enabled"],
  ["gives advice with six", org([account("3")], "1", "2", "3", "4", "5", "6"), "warn/many"],
  ["passes when the configuration names no top-level business unit", org([account()], "1"), "pass/enabled"],
  ["minds no spaces around its number", org([account("1")], " 1 "), "pass/enabled"],
  ["passes when it names an empty one", org([account("")], "1"), "pass/enabled"],
  ["passes when another configuration names it", org([account(), account("1")], "1"), "pass/enabled"],
  ["warns when none is enabled", org([account("100")]), "warn/none"],
  ["warns when one is awaited", org([account("100", true)]), "warn/waiting"],
  [
    "warns when one is awaited beside those that are enabled",
    org([account("1"), account("1", true)], "1"),
    "warn/waiting"
  ],
  ["asks whether it is Multi-Org when the top-level one is not enabled", multiOrg, "confirm/not-top-level"],
  ["asks so of six, too", org([account("100")], "1", "2", "3", "4", "5", "6"), "confirm/not-top-level"],
  [
    "is confirmed when a person said that it is Multi-Org",
    { ...multiOrg, confirmations: [givenConfirmation("business-units-enabled", {}, multiOrg)] },
    "confirmed/confirmed"
  ],
  [
    "asks again when other business units are enabled",
    {
      ...org([account("100")], "200"),
      confirmations: [givenConfirmation("business-units-enabled", {}, multiOrg)]
    },
    "confirm/not-top-level"
  ],
  ["does not apply when the org is not connected", org([]), "not-applicable/not-configured"],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

const found = (changes: Changes) => judge([businessUnitsEnabled], situation(changes)).findings[0];

test("many business units are advice; that none is enabled is a problem", () => {
  expect(found(org([account("1")], "1", "2", "3", "4", "5", "6"))?.severity).toBe("advice");
  expect(found(org([account("1")]))?.severity).toBe("problem");
});

test.each([
  [multiOrg, { units: ["Unit 200 (200)", "Unit 300 (300)"], mid: "100", count: 2 }],
  [org([account("1", true)], "1"), { units: ["Unit 1 (1)"], count: 1 }]
])("the business units are told, and the one that is missing", (changes, values) => {
  expect(found(changes)?.values).toMatchObject(values);
});
