import { checkOf } from "../catalogue.ts";
import { APP, inDays, NOW, situation, type Changes } from "../testing/situation.ts";
import type { CheckId } from "./ids.ts";
import { lapseOf, type Confirmation } from "./confirmation.ts";
import { judge } from "./judge.ts";

const finding = (check: CheckId, changes: Changes) => judge([checkOf(check)], situation(changes)).findings[0];

/** What a person said of the check while the org was as in `then`, judged when it is as in `now`. */
function later(check: CheckId, now: Changes, then: Changes = {}) {
  const basis = finding(check, then)?.basis ?? {};
  const said: Confirmation = { check, subjectId: null, holds: true, note: "", by: "Vera Lind", at: inDays(-1), basis };
  const found = finding(check, { ...now, confirmations: [said] });
  return { state: found?.state, lapsed: found?.lapsed };
}

const app = { Id: APP, Name: "Salesforce Marketing Cloud", LastModifiedDate: inDays(-200) };
const change = {
  Id: "0Ym000000000001AAA",
  Action: "changeUserRuntimeAccessPolicy",
  Display: "Changed connected app Salesforce Marketing Cloud Permitted Users setting from A to B",
  CreatedDate: inDays(-2)
};
const other = { ...change, Display: "Changed connected app Another Permitted Users setting from A to B" };
const apiUser = { rows: { "connector-configuration": [{ Id: "a00", et4ae5__Username__c: "another-api-user" }] } };

test("a word on the API user rests on nobody where nobody is known, as words that orgs keep do", () => {
  const { evidence, ...rest } = situation({ rows: { "connector-configuration": [], "candidate-users": [] } });
  const { findings } = judge([checkOf("api-user-flag")], { ...rest, evidence, selection: { impactedUsers: [] } });
  expect(findings[0]?.basis).toEqual({ "api-user": "", "system-user": "" });
});

describe("a confirmation lapses", () => {
  test.each<[string, CheckId, Changes, string[]]>([
    [
      "the app was edited",
      "refresh-token-policy",
      { rows: { "connected-apps": [{ ...app, LastModifiedDate: NOW.toISOString() }] } },
      ["policies"]
    ],
    [
      "the audit trail has a newer entry on the app",
      "refresh-token-policy",
      { rows: { "app-policy-changes": [change] } },
      ["policies"]
    ],
    [
      "another app was picked",
      "ip-relaxation",
      { rows: { "connected-apps": [{ ...app, Id: "0H4000000000002AAA" }] } },
      ["app"]
    ],
    ["the API user changed", "api-user-flag", apiUser, ["api-user"]],
    [
      "the configuration can't be read",
      "api-user-flag",
      { faults: { "connector-configuration": "server" } },
      ["api-user"]
    ],
    [
      "the system user changed",
      "api-user-integrated",
      { selection: { systemUser: { id: "005000000000002AAA" } } },
      ["system-user"]
    ],
    ["a business unit went", "api-user-business-units", { rows: { "business-units": [] } }, ["business-units"]]
  ])("when %s", (_when, check, now, parts) => {
    expect(later(check, now)).toEqual({ state: "confirm", lapsed: { why: "changed", parts } });
  });

  test.each<[string, CheckId, Changes]>([
    ["nothing changed", "refresh-token-policy", {}],
    [
      "the audit trail has an entry on another app",
      "refresh-token-policy",
      { rows: { "app-policy-changes": [other] } }
    ],
    ["the API user changed, which it does not rest on", "scope-by-user", apiUser]
  ])("but not when %s", (_when, check, now) => {
    expect(later(check, now)).toEqual({ state: "confirmed", lapsed: null });
  });

  test("by age after 180 days", () => {
    const said = { at: inDays(-181), basis: {} } as Confirmation;
    expect(lapseOf(said, {}, NOW)).toEqual({ why: "age" });
  });
  test("not yet after 180 days to the millisecond", () => {
    const at = new Date(NOW.getTime() - 180 * 24 * 60 * 60 * 1000);
    const before = new Date(at.getTime() - 1);
    expect(lapseOf({ at: at.toISOString(), basis: {} } as Confirmation, {}, NOW)).toBeNull();
    expect(lapseOf({ at: before.toISOString(), basis: {} } as Confirmation, {}, NOW)).toEqual({ why: "age" });
  });
  test.each<[string, Confirmation["basis"], Confirmation["basis"], string[]]>([
    [
      "every part that changed",
      { app: "1", policies: "2", "api-user": "3" },
      { app: "1", policies: "x", "api-user": "y" },
      ["policies", "api-user"]
    ],
    ["a part that came", { app: "1" }, { app: "1", policies: "2" }, ["policies"]],
    ["a part that went", { app: "1", policies: "2" }, { app: "1" }, ["policies"]]
  ])("naming %s, whatever its age", (_what, then, now, parts) => {
    expect(lapseOf({ at: inDays(-500), basis: then } as Confirmation, now, NOW)).toEqual({ why: "changed", parts });
  });
});
