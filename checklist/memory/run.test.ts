import { CHECKS } from "../registry.ts";
import { reportOf } from "../engine/report.ts";
import {
  assignment,
  IMPACTED_USER,
  impactedUser,
  inDays,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
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
  test("names every finding about the org, and of people whoever is not as most of them are", () => {
    const { findings } = report(unticked);
    const kept = keptReport(report(unticked));
    const shared = Object.values(kept.usual).reduce((sum, { count }) => sum + count, 0);
    expect(shared + kept.findings.length).toBe(findings.length);
    expect(kept.findings.filter(({ subject }) => subject === null)).toHaveLength(
      findings.filter(({ subject }) => subject === null).length
    );
    expect(kept.findings).toContainEqual(
      expect.objectContaining({ check: "marketing-user", state: "fail", subject: 1 })
    );
  });
  test("of 2,000 people who are alike is hardly longer than their names", () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `005${String(i).padStart(12, "0")}AAA`);
    const many = report({
      selection: { impactedUsers: ids.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...ids.map((Id) => impactedUser({ Id }))],
        "user-boxes": [SYSTEM_USER, ...ids].map((Id) => ({
          Id,
          et4ae5__ExactTargetForAppExchangeUser__c: true,
          et4ae5__ExactTargetForAppExchangeAdmin__c: false
        })),
        "permission-set-assignments": ids.map((id) => assignment(id))
      }
    });
    expect(many.findings.length).toBeGreaterThan(10_000);
    const kept = keptReport(many);
    expect(JSON.stringify(kept).length).toBeLessThan(2 * JSON.stringify(kept.people).length);
    expect(changesSince(kept, many)).toEqual([]);
  });
  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"schemaVersion":2,"findings":[],"people":[],"usual":{}}',
    '{"schemaVersion":1,"findings":[],"people":[]}',
    '{"schemaVersion":1}'
  ])("is not read from %j", (text) => {
    expect(readKeptReport(text)).toBeUndefined();
  });
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
    ["is not that somebody was not checked then", { selection: { impactedUsers: [] } }, {}, []],
    ["is not that somebody is not checked now", {}, { selection: { impactedUsers: [] } }, []]
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
