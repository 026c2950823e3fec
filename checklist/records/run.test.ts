import { apiUserFlag } from "../checks/api-user-flag/api-user-flag.ts";
import { appAccess } from "../checks/app-access/app-access.ts";
import { appInstalled } from "../checks/app-installed/app-installed.ts";
import { appexchangeAdmin } from "../checks/appexchange-admin/appexchange-admin.ts";
import { appexchangeUser } from "../checks/appexchange-user/appexchange-user.ts";
import { marketingUser } from "../checks/marketing-user/marketing-user.ts";
import { packageInstalled } from "../checks/package-installed/package-installed.ts";
import { permittedUsers } from "../checks/permitted-users/permitted-users.ts";
import { userActive } from "../checks/user-active/user-active.ts";
import { reportOf } from "../judge/report.ts";
import {
  assignment,
  IMPACTED_USER,
  impactedUser,
  inDays,
  ADMIN_PROFILE,
  APP,
  profileGrant,
  setGrant,
  SENDER_PROFILE,
  noCandidate,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { changesSince } from "./compare.ts";
import {
  brokenSince,
  hasNumbersOf,
  policyChangesSince,
  readSavedReport,
  runsIn,
  runToSave,
  savedReport,
  saysTheSame
} from "./run.ts";

/** Enough to show it on: a new check changes nothing here. */
const CHECKS = [
  packageInstalled,
  appInstalled,
  appAccess,
  permittedUsers,
  userActive,
  marketingUser,
  appexchangeUser,
  appexchangeAdmin,
  apiUserFlag
];

const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const unticked = { rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] } };
const changes = (before: Changes, now: Changes) =>
  changesSince(savedReport(report(before)), report(now)).map(({ finding, was }) => [
    finding.check,
    finding.subject?.id ?? null,
    was,
    finding.state
  ]);

describe("a kept report", () => {
  test("comes back from its text as it was", () => {
    const stored = savedReport(report(unticked));
    expect(readSavedReport(JSON.stringify(stored))).toEqual(stored);
  });
  test("names every finding about the org, and of people whoever is not as most of them are", () => {
    const { findings } = report(unticked);
    const stored = savedReport(report(unticked));
    const shared = Object.values(stored.usual).reduce((sum, usual) => sum + (usual?.count ?? 0), 0);
    expect(shared + stored.findings.length).toBe(findings.length);
    expect(stored.findings.filter(({ subject }) => subject === null)).toHaveLength(
      findings.filter(({ subject }) => subject === null).length
    );
    expect(stored.findings).toContainEqual(
      expect.objectContaining({ check: "marketing-user", state: "fail", subject: 1 })
    );
  });
  test("of 2,000 people who are alike is hardly longer than their names", () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `005${String(i).padStart(12, "0")}AAA`);
    const many = report({
      selection: { impactedUsers: ids.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...ids.map((Id) => impactedUser({ Id }))],
        "user-checkboxes": [SYSTEM_USER, ...ids].map((Id) => ({
          Id,
          et4ae5__ExactTargetForAppExchangeUser__c: true,
          et4ae5__ExactTargetForAppExchangeAdmin__c: false
        })),
        "permission-set-assignments": ids.map((id) => assignment(id))
      }
    });
    expect(many.findings.length).toBeGreaterThanOrEqual(10_000);
    const stored = savedReport(many);
    expect(JSON.stringify(stored).length).toBeLessThan(2 * JSON.stringify(stored.people).length);
    expect(changesSince(stored, many)).toEqual([]);
  });
  test.each(["", "{", "null", "[]", "7", '{"schemaVersion":1}'])("is not read from %j", (text) => {
    expect(readSavedReport(text)).toBeUndefined();
  });
  const odd = { check: "user-active", subject: 0, state: "fail", case: "inactive" };
  test.each<[string, object]>([
    ["is of another version", { schemaVersion: 2 }],
    ["has no moment", { at: undefined }],
    ["has no verdict", { verdict: null }],
    ["has no counts", { counts: [] }],
    ["has no people", { people: undefined }],
    ["has people that are no lists", { people: [{}] }],
    ["has a person who lacks a role", { people: [["005A", null]] }],
    ["has a person whose Id is a number", { people: [[5, "a", "impacted-user"]] }],
    ["does not say what is usual", { usual: undefined }],
    ["has a text for counts", { counts: "7" }],
    ["has a list of what is usual", { usual: [] }],
    ["has a usual state that is none", { usual: { "user-active": { state: "fine", case: "active", count: 1 } } }],
    ["has a usual state that is null", { usual: { "user-active": null } }],
    [
      "has one usual state of two that is none",
      { usual: { "user-active": { state: "pass", case: "active", count: 1 }, "user-license": { state: "fine" } } }
    ],
    ["has no list of findings", { findings: {} }],
    ["has a finding that is null", { findings: [null] }],
    ["has a finding of no check", { findings: [{ ...odd, check: 1 }] }],
    ["has a finding of a person by name", { findings: [{ ...odd, subject: "Ada" }] }],
    ["has a finding whose state is none", { findings: [{ ...odd, state: "fine" }] }],
    ["has a finding without a case", { findings: [{ ...odd, case: undefined }] }],
    ["has a finding whose values are a text", { findings: [{ ...odd, values: "x" }] }]
  ])("is not read where it %s", (_how, changed) => {
    expect(readSavedReport(JSON.stringify({ ...savedReport(report(unticked)), ...changed }))).toBeUndefined();
  });
  test("is read with findings as they should be", () => {
    const whole = {
      ...savedReport(report(unticked)),
      people: [[null, "never@example.com", "impacted-user"]],
      findings: [odd]
    };
    expect(readSavedReport(JSON.stringify(whole))).toEqual(whole);
  });
  test("says once for each check how most people stand, and who stands otherwise", () => {
    const ids = [IMPACTED_USER, "005000000000003AAA", "005000000000004AAA"];
    const stored = savedReport(
      report({
        selection: { impactedUsers: ids.map((id) => ({ id })) },
        rows: {
          users: [systemUser(), ...ids.map((Id) => impactedUser({ Id }))],
          "permission-set-assignments": [],
          "app-grants": [profileGrant(SENDER_PROFILE)],
          "user-checkboxes": ids.map((Id, place) => ({
            Id,
            et4ae5__ExactTargetForAppExchangeUser__c: place < 2,
            et4ae5__ExactTargetForAppExchangeAdmin__c: place === 2
          }))
        }
      })
    );
    expect(stored.usual).toMatchObject({
      "app-access": { state: "pass", case: "through-profile", count: 3 },
      "appexchange-user": { state: "pass", case: "ticked", count: 2 },
      "appexchange-admin": { state: "not-applicable", case: "not-needed", count: 2 }
    });
    const others = stored.findings.filter(({ check }) => check === "appexchange-user" || check === "app-access");
    expect(others.map(({ check, subject, state }) => [check, subject, state])).toEqual([
      ["app-access", 0, "fail"],
      ["appexchange-user", 0, "unknown"],
      ["appexchange-user", 3, "not-applicable"]
    ]);
  });
  test("names whoever stands alike in another way", () => {
    const rows = { "app-grants": [setGrant(), profileGrant(ADMIN_PROFILE)] };
    const stored = savedReport(report({ rows })).findings.filter(({ check }) => check === "app-access");
    expect(stored).toHaveLength(1);
  });
  test("keeps the values of what does not hold, and the places of people", () => {
    const stored = savedReport(report(unticked));
    const of = (check: string) => stored.findings.find((finding) => finding.check === check);
    expect(of("app-installed")).toEqual({ check: "app-installed", subject: null, state: "pass", case: "installed" });
    expect(of("marketing-user")?.values).toMatchObject({ user: "Ada Fields" });
    expect(stored.people).toEqual([
      [SYSTEM_USER, "mc@example.com", "system-user"],
      [IMPACTED_USER, "ada@example.com", "impacted-user"]
    ]);
  });
  test("is without a system user where there is none", () => {
    const { evidence, ...rest } = situation({ rows: noCandidate });
    const nobody = reportOf(CHECKS, { ...rest, evidence, selection: { impactedUsers: [{ id: IMPACTED_USER }] } });
    expect(savedReport(nobody).people.map(([id]) => id)).toEqual([IMPACTED_USER]);
    expect(runToSave(nobody, 1).people).toBe(1);
  });
  test("counts the people", () => {
    expect(runToSave(report(), 1200)).toMatchObject({
      verdict: "incomplete",
      people: 2,
      milliseconds: 1200,
      toConfirm: 1
    });
  });
});

const APP_ROW = { Id: APP, Name: "Salesforce Marketing Cloud" };

describe("what changed since the last run", () => {
  test.each<[string, Changes, Changes, unknown[]]>([
    ["is nothing when nothing did", {}, {}, []],
    ["is what no longer holds", {}, unticked, [["marketing-user", IMPACTED_USER, "pass", "fail"]]],
    ["is what holds again", unticked, {}, [["marketing-user", IMPACTED_USER, "fail", "pass"]]],
    [
      "is what is new about the org",
      {},
      { rows: { "package-license": [{ Id: "050", Status: "Suspended" }] } },
      [["package-installed", null, "pass", "fail"]]
    ],
    [
      "is not that something holds in another way",
      {},
      { rows: { "app-grants": [profileGrant(ADMIN_PROFILE), profileGrant(SENDER_PROFILE)] } },
      []
    ],
    ["is not that somebody was not checked then", { selection: { impactedUsers: [] } }, {}, []],
    ["is not that somebody is not checked now", {}, { selection: { impactedUsers: [] } }, []]
  ])("%s", (_what, before, now, expected) => {
    expect(changes(before, now)).toEqual(expected);
  });

  test("is not that a check was not there then", () => {
    const stored = savedReport(report());
    const findings = stored.findings.filter(({ check }) => check !== "package-installed");
    const now = report({ rows: { "package-license": [{ Id: "050", Status: "Suspended" }] } });
    expect(changesSince({ ...stored, findings }, now)).toEqual([]);
  });

  test("is not that a person of whom only the username is known was never judged", () => {
    const selection = { impactedUsers: [{ username: "never@example.com" }] };
    expect(changes({ selection }, { selection })).toEqual([]);
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
    expect(policyChangesSince(inDays(-1), evidence, APP_ROW)).toEqual([]);
    expect(policyChangesSince(inDays(-5), evidence, APP_ROW)).toEqual([
      { at: inDays(-1), by: "Otto Berg", text: Display }
    ]);
  });
  test("names nobody where the audit trail does not", () => {
    const Display = "Changed connected app Salesforce Marketing Cloud IP relaxation setting from A to B";
    const entry = { Id: "0Ym1", Action: "changeIpRelaxationPolicy", Display, CreatedDate: inDays(-1) };
    const { evidence } = situation({ rows: { "app-policy-changes": [entry] } });
    expect(policyChangesSince(inDays(-5), evidence, APP_ROW)[0]?.by).toBeNull();
  });
});

test("runs that were saved in another org, or in none that is named, are left out", () => {
  const run = { Id: "a02", CreatedDate: inDays(-1), CreatedBy: { Name: "Vera Lind" }, Verdict__c: "healthy" };
  const rows = [{ ...run, Org__c: "AAA100000000000D00" }, { ...run, Org__c: "AAA200000000000D00" }, run];
  expect(runsIn(rows, "00D000000000001AAA")).toEqual(rows.slice(0, 1));
  expect(runsIn(rows, undefined)).toEqual([]);
});

describe("since when it is broken, by the saved runs:", () => {
  const run = (day: number, Verdict__c: string, Unknown__c = 0) =>
    ({ CreatedDate: inDays(day), Verdict__c, Unknown__c }) as Parameters<typeof brokenSince>[0][number];
  test.each<[string, Parameters<typeof brokenSince>[0], number | null, number | null]>([
    ["no run", [], null, null],
    [
      "the first with problems after the last without",
      [run(-1, "blocked"), run(-2, "problems"), run(-3, "healthy")],
      -3,
      -2
    ],
    ["earlier problems don't count", [run(-1, "problems"), run(-2, "healthy"), run(-3, "blocked")], -2, -1],
    ["never without problems", [run(-1, "blocked"), run(-2, "problems")], null, -2],
    ["what couldn't be read is neither", [run(-1, "blocked"), run(-2, "incomplete", 3), run(-3, "incomplete")], -3, -1],
    ["not broken since the newest", [run(-1, "healthy"), run(-2, "blocked")], -1, null],
    ["not broken since", [run(-1, "incomplete", 2), run(-2, "warnings")], -2, null]
  ])("%s", (_what, runs, healthy, broken) => {
    const at = (day: number | null) => (day === null ? null : inDays(day));
    expect(brokenSince(runs)).toEqual({ healthyAt: at(healthy), brokenAt: at(broken) });
  });
});

describe("a run that is saved already", () => {
  const saved = savedReport(report(unticked));
  const at = (hours: number, changes: Changes = unticked) =>
    reportOf(CHECKS, { ...situation(changes), now: new Date(Date.parse(inDays(hours / 24))) });
  test.each<[string, Changes, boolean]>([
    ["says the same as one of a later time", unticked, true],
    ["does not as one that finds something else", {}, false],
    [
      "does not as one that finds the same of another person",
      { rows: { users: [systemUser({ UserPermissionsMarketingUser: false }), impactedUser()] } },
      false
    ],
    ["does not as one of other people", { ...unticked, selection: { impactedUsers: [] } }, false],
    [
      "does not as one where something holds in another way",
      { rows: { ...unticked.rows, "app-grants": [profileGrant(ADMIN_PROFILE), profileGrant(SENDER_PROFILE)] } },
      false
    ]
  ])("%s", (_what, changes, same) => {
    expect(saysTheSame(saved, at(1, changes))).toBe(same);
  });
  test("does not say the same as one with another verdict", () => {
    expect(saysTheSame({ ...saved, verdict: "healthy" }, at(1))).toBe(false);
  });

  const NUMBERS = {
    Blockers__c: "blockers",
    Problems__c: "problems",
    Unknown__c: "unknown",
    To_Confirm__c: "toConfirm",
    Warnings__c: "warnings",
    Passed__c: "passed",
    People__c: "people"
  } as const;
  const now = report(unticked);
  const run = runToSave(now, 0);
  const row = {
    Id: "a02",
    CreatedDate: inDays(-1),
    CreatedBy: { Name: "Vera Lind" },
    Verdict__c: run.verdict,
    ...Object.fromEntries(Object.entries(NUMBERS).map(([field, name]) => [field, run[name]]))
  };
  test("may be the same where its verdict and all of its numbers are", () => {
    expect(hasNumbersOf(row, now)).toBe(true);
  });
  test.each(["Verdict__c", ...Object.keys(NUMBERS)])("can't be where %s is another", (field) => {
    expect(hasNumbersOf({ ...row, [field]: field === "Verdict__c" ? "healthy" : 77 }, now)).toBe(false);
  });
});
