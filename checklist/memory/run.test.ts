import { CHECKS } from "../registry.ts";
import { reportOf } from "../engine/report.ts";
import { IMPACTED_USER, impactedUser, inDays, situation, systemUser, type Changes } from "../testing/situation.ts";
import { changesSince, keptReport, policyChangesSince, readKeptReport, runToKeep } from "./run.ts";

const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const unticked = { rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] } };
const changes = (before: Changes, now: Changes) =>
  changesSince(keptReport(report(before)), report(now)).map(({ finding, was }) => [
    finding.check,
    finding.subject?.id ?? null,
    was,
    finding.state
  ]);

describe("a kept report", () => {
  test("comes back from its text as it was", () => {
    const kept = keptReport(report(unticked));
    expect(readKeptReport(JSON.stringify(kept))).toEqual(kept);
  });
  test("holds every finding", () => {
    expect(keptReport(report()).findings).toHaveLength(report().findings.length);
  });
  test.each(["", "{", "null", "[]", '{"schemaVersion":2,"findings":[],"people":[]}', '{"schemaVersion":1}'])(
    "is not read from %j",
    (text) => {
      expect(readKeptReport(text)).toBeUndefined();
    }
  );
  test("counts the people", () => {
    expect(runToKeep(report(), 1200)).toMatchObject({
      verdict: "incomplete",
      people: 2,
      milliseconds: 1200,
      toConfirm: 8
    });
  });
});

describe("what changed since the last run", () => {
  test.each<[string, Changes, Changes, unknown[]]>([
    ["is nothing when nothing did", {}, {}, []],
    ["is what no longer holds", {}, unticked, [["marketing-user", IMPACTED_USER, "pass", "fail"]]],
    ["is what holds again", unticked, {}, [["marketing-user", IMPACTED_USER, "fail", "pass"]]],
    ["is not that somebody was not checked then", { selection: { impactedUsers: [] } }, {}, []]
  ])("%s", (_what, before, now, expected) => {
    expect(changes(before, now)).toEqual(expected);
  });

  test("shows who changed the app's policies meanwhile", () => {
    const Display = "Changed connected app Salesforce Marketing Cloud IP relaxation setting from A to B";
    const entry = {
      Id: "0Ym1",
      Action: "changeIpRelaxationPolicy",
      Display,
      CreatedDate: inDays(-1),
      CreatedBy: { Name: "Otto Berg" }
    };
    const { evidence } = situation({
      rows: {
        "app-policy-changes": [entry, { ...entry, CreatedDate: inDays(-9) }, { ...entry, Display: "another app" }]
      }
    });
    expect(policyChangesSince(inDays(-5), evidence, "Salesforce Marketing Cloud")).toEqual([
      { at: inDays(-1), by: "Otto Berg", text: Display }
    ]);
  });
});
