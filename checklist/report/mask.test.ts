import { CHECKS } from "../checks/index.ts";
import type { SavedChange } from "../changes/change.ts";
import type { Finding } from "../judge/finding.ts";
import { findingKey } from "../judge/finding.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { translatorOf, type Values } from "../messages/text.ts";
import { ENGLISH as messages } from "../catalogue.ts";
import {
  impactedUser,
  IMPACTED_USER,
  inDays,
  setGrant,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { masked } from "./mask.ts";
import { printedReport } from "./printed.ts";

const words = translatorOf(messages, "en");
const maskedOf = (changes: Changes = {}): Report => masked(reportOf(CHECKS, situation(changes)), words);
const findingOf = (report: Report, check: Finding["check"], role?: string): Finding | undefined =>
  report.findings.find((finding) => finding.check === check && (role === undefined || finding.subject?.role === role));

const relaxed = {
  Id: "0Ym000000000001AAA",
  Action: "changeIpRelaxationPolicy",
  Display: "Changed connected app Salesforce Marketing Cloud IP relaxation setting from X to Relax IP restrictions",
  CreatedDate: inDays(-2)
};
const trail = (Name: string, Display = relaxed.Display): Changes => ({
  rows: { "app-policy-changes": [{ ...relaxed, Display, CreatedBy: { Name } }] }
});
const twins = [systemUser(), impactedUser(), impactedUser({ Id: "005000000000003AAA", Username: "two@example.com" })];
const everybody = { impactedUsers: twins.slice(1).map(({ Id }) => ({ id: Id })) };
const word = givenConfirmation("scope-by-user", { note: "Ada Fields showed me" });

const policies = {
  Id: "0H4000000000001AAA",
  OptionsAllowAdminApprovedUsersOnly: true,
  OptionsRefreshTokenValidityMetric: false
};

const renamed: Changes = {
  rows: {
    "connected-apps": [{ Id: "0H4000000000001AAA", Name: "Acme Marketing Cloud", LastModifiedDate: inDays(-9) }],
    "app-package": []
  }
};

const healthyProfiles = (situation().evidence["profiles"] as { rows: readonly object[] }).rows;

describe("a masked value", () => {
  test.each<[string, Changes, Finding["check"], Values]>([
    [
      "is the same person by id, by username and by name",
      trail("Ada Fields"),
      "ip-relaxation",
      { changedBy: "User 1" }
    ],
    [
      "is the system user by that role",
      trail("Marketing Cloud Integration"),
      "ip-relaxation",
      { changedBy: "System user" }
    ],
    [
      "is a number of its own for somebody not in the report",
      trail("Otto Berg"),
      "ip-relaxation",
      { changedBy: "User 3" }
    ],
    [
      "is nobody's of two who have the same name",
      { ...trail("Ada Fields"), selection: everybody, rows: { ...trail("Ada Fields").rows, users: twins } },
      "ip-relaxation",
      { changedBy: "User 4" }
    ],
    [
      "stays where it is one of Setup's own",
      trail("Otto Berg"),
      "ip-relaxation",
      { value: "Relax IP restrictions", date: { date: inDays(-2) } }
    ],
    [
      "is left out where it is the audit trail's text",
      trail("Otto Berg", "Ada Fields changed Salesforce Marketing Cloud"),
      "ip-relaxation",
      { value: "(left out)", text: "(left out)" }
    ],
    [
      "is left out where it is Salesforce's message",
      { faults: { "connected-apps": "server" } },
      "app-installed",
      { api: "ConnectedApplication", message: "(left out)" }
    ],
    ["is numbered for each business unit", {}, "api-user-business-units", { units: ["Business unit 1"] }],
    ["is the API user", {}, "api-user-flag", { apiUser: ["API user 1"] }],
    [
      "is numbered for each permission set of the org's own",
      {
        rows: {
          "app-grants": [
            setGrant(),
            setGrant({ Parent: { Label: "Acme set", IsOwnedByProfile: false, HasActivationRequired: false } })
          ]
        }
      },
      "app-permission-set",
      { sets: ["Marketing Cloud Connected App", "Permission set 1"] }
    ],
    [
      "is the app's usual name, which is the same in every org",
      {},
      "permitted-users",
      { app: "Salesforce Marketing Cloud" }
    ],
    [
      "is the app where the org has another name for it",
      { ...renamed, selection: { appId: "0H4000000000001AAA" } },
      "app-installed",
      { app: "Connected app 1", name: "Connected app 1" }
    ],
    [
      "is the app where its name only resembles the usual one",
      renamed,
      "app-installed",
      { names: ["Connected app 1"] }
    ],
    [
      "is the system user, and the person it is about",
      {},
      "user-active",
      { systemUser: "System user", user: "System user" }
    ],
    [
      "stays where it counts",
      {
        rows: {
          "app-policies": [{ ...policies, OptionsRefreshTokenValidityMetric: true, RefreshTokenValidityPeriod: 7 }]
        }
      },
      "refresh-token-policy",
      { period: 7 }
    ],
    ...(
      [
        ["the standard profile", "System Administrator", "System Administrator"],
        ["a profile of the org's own", "Acme Admin", "Profile 1"]
      ] as const
    ).map(([what, Name, shown]): [string, Changes, Finding["check"], Values] => [
      `is ${what}, ${shown === Name ? "as it is" : "numbered"}`,
      { rows: { profiles: healthyProfiles.map((profile) => ({ ...profile, Name })) } },
      "user-profile",
      { profile: shown }
    ]),
    [
      "stays where it is a license, which Salesforce names",
      {
        rows: {
          profiles: healthyProfiles.map((profile) => ({
            ...profile,
            UserLicense: { LicenseDefinitionKey: "AUL", Name: "Salesforce Platform" }
          }))
        }
      },
      "user-license",
      { license: "Salesforce Platform" }
    ],
    [
      "stays where it is a permission set of the package",
      {},
      "connector-permission-sets",
      {
        sets: [
          "Marketing Cloud Connector (et4ae5__ExactTarget_Integration)",
          "Marketing Cloud Connector Admin (et4ae5__ExactTarget_Integration_Admin)",
          "Marketing Cloud System User (et4ae5__Marketing_Cloud_System_User)"
        ]
      }
    ],
    ["stays where it is Salesforce's own status", {}, "package-installed", { status: "Active" }],
    ["is who confirmed", { confirmations: [word] }, "scope-by-user", { by: "User 2", at: { date: inDays(-1) } }]
  ])("%s", (_what, changes, check, expected) => {
    expect(findingOf(maskedOf(changes), check)?.values).toMatchObject(expected);
  });

  test("is left out where nothing says what it is", () => {
    const report = reportOf(CHECKS, situation());
    const [first] = report.findings;
    const values: Values = { brandNew: "Ada Fields", amount: 100000001, list: ["Nordics"], when: { date: inDays(0) } };
    const hidden = masked({ ...report, findings: first ? [{ ...first, values }] : [] }, words).findings[0]?.values;
    expect(hidden).toEqual({
      brandNew: "(left out)",
      amount: "(left out)",
      list: ["(left out)"],
      when: { date: inDays(0) }
    });
  });
});

describe("a masked report", () => {
  test("leaves out notes and what a confirmation rests on, and keeps who and when", () => {
    const { confirmation } = findingOf(maskedOf({ confirmations: [word] }), "scope-by-user") ?? {};
    expect(confirmation).toEqual({ ...word, note: "(left out)", by: "User 2", basis: { configuration: "(left out)" } });
    expect(findingOf(maskedOf(), "ip-relaxation")?.basis).toEqual({ app: "(left out)", policies: "(left out)" });
  });
  test("leaves out the names of parts that only a file told", () => {
    const confirmations = [{ ...word, basis: { ...word.basis, "Ada Fields": "x" } as typeof word.basis }];
    const report = maskedOf({ confirmations });
    expect(findingOf(report, "scope-by-user")?.lapsed).toEqual({ why: "changed", parts: [] });
    expect(JSON.stringify(report)).not.toContain("Ada Fields");
  });
  test("leaves out whom a person's word was on", () => {
    const report = reportOf(CHECKS, situation({ confirmations: [word] }));
    const findings = report.findings.map((finding) => ({
      ...finding,
      confirmation: finding.confirmation && { ...finding.confirmation, subjectId: SYSTEM_USER }
    }));
    const found = findingOf(masked({ ...report, findings }, words), "scope-by-user");
    expect(found?.confirmation?.subjectId).toBe("System user");
  });
  test("keeps an answer that is one of ours, and no other", () => {
    const answered = (answer: string) =>
      findingOf(
        maskedOf({ confirmations: [givenConfirmation("marketing-cloud-tab", { answer })] }),
        "marketing-cloud-tab"
      )?.confirmation;
    expect(answered("connect")).toMatchObject({ answer: "connect" });
    expect(answered("Ada Fields saw it")).not.toHaveProperty("answer");
  });
  test("leaves out what a saved change says, and keeps what was changed", () => {
    const report = reportOf(CHECKS, situation());
    const made: SavedChange = {
      id: "a00",
      name: "F-000007",
      plan: "Ada's plan",
      position: 1,
      operation: "set",
      object: "User",
      field: "IsActive",
      recordId: IMPACTED_USER,
      personId: IMPACTED_USER,
      permissionSetId: null,
      appId: null,
      before: false,
      after: true,
      finding: `user-active/${IMPACTED_USER}`,
      check: "user-active",
      advice: false,
      effects: [],
      needs: [],
      values: { user: "Ada Fields", set: "Acme set", app: "Acme app" },
      status: "failed",
      reason: "refused",
      message: "Ada Fields said no",
      undoes: null,
      by: "Otto Berg",
      byId: "005000000000009AAA",
      at: inDays(-1)
    };
    const [change, nobody] = masked({ ...report, made: [made, { ...made, personId: null }] }, words).made;
    expect(change).toMatchObject({
      values: { user: "User 1", set: "(left out)", app: "(left out)" },
      status: "failed",
      reason: "refused",
      field: "IsActive"
    });
    expect([change?.plan, change?.message, change?.byId]).toEqual(["", "", ""]);
    expect(nobody?.values.user).toBe("(left out)");
  });
  test("leaves out what Salesforce said of an audit trail that couldn't be read", () => {
    expect(maskedOf({ faults: { "setup-changes": "server" } }).trail.unread).toMatchObject({
      values: { message: "(left out)" }
    });
  });
  test("keeps the Id of the org, which Support asks for, and not its name", () => {
    expect(maskedOf().org).toMatchObject({ id: "00D000000000001AAA", name: "Org", sandbox: false });
  });
  test("tells people by their stand-ins, and leaves unknown what is unknown", () => {
    const systemUserOnly = { id: "System user", username: "System user", name: "System user", role: "system-user" };
    expect(maskedOf().people.systemUser).toEqual(systemUserOnly);
    expect(maskedOf({ selection: { systemUser: { id: "005X" } } }).people.systemUser).toEqual({
      ...systemUserOnly,
      username: null,
      name: null
    });
  });
  test("tells what speaks for and against a candidate, but not who it is", () => {
    const writer = {
      Id: "a02",
      CreatedDate: inDays(-1),
      CreatedById: "005T",
      CreatedBy: { Name: "Ada Fields", Username: "t@example.com", IsActive: false }
    };
    const { candidates } = maskedOf({ rows: { "tracking-writers": [writer] } }).people;
    expect(candidates[1]).toEqual({
      id: "User 3",
      name: "User 3",
      username: "User 3",
      reasons: [{ key: "candidate.tracking", values: {} }],
      against: [
        { key: "candidate.inactive", values: {} },
        { key: "candidate.lacks-boxes", values: {} },
        { key: "candidate.not-mapped", values: { apiUser: ["API user 1"] } }
      ]
    });
    expect(candidates[0]?.reasons[0]?.values).toEqual({ apiUser: ["API user 1"] });
  });
  test("tells apart two people whom it does not know", () => {
    const confirmations = [{ ...word, by: "Otto Berg" }, givenConfirmation("api-user-flag", { by: "Eve Ro" })];
    const report = maskedOf({ confirmations });
    const by = ["api-user-flag", "scope-by-user"].map((check) => findingOf(report, check)?.confirmation?.by);
    expect(by).toEqual(["User 3", "User 4"]);
  });
  test("knows a person by an Id of 15 characters", () => {
    const report = reportOf(CHECKS, situation({ selection: { impactedUsers: [{ id: IMPACTED_USER.slice(0, 15) }] } }));
    const twice = { ...report, viewer: { id: IMPACTED_USER, name: "Ada", username: "other@example.com" } };
    expect(masked(twice, words).viewer?.id).toBe(masked(twice, words).people.impactedUsers[0]?.id);
  });
  test("knows by the username whom an Id does not tell", () => {
    const selection = { impactedUsers: [{ username: "Ada@example.com" }] };
    const report = reportOf(CHECKS, situation({ selection }));
    const viewer = { id: "005000000000007AAA", name: "Ada", username: "ada@example.com" };
    const { people, viewer: maskedViewer } = masked({ ...report, viewer }, words);
    expect([maskedViewer?.username, people.impactedUsers[0]?.username]).toEqual(["User 1", "User 1"]);
  });
  test.each<[string, Changes["selection"], string[]]>([
    [
      "username",
      { impactedUsers: [{ username: "a@example.com" }, { username: "b@example.com" }] },
      ["User 1", "User 2"]
    ],
    ["Id", { impactedUsers: [{ id: "005A" }, { id: "005B" }] }, ["User 1", "User 2"]]
  ])("tells apart two people of whom only the %s is known", (_what, selection = {}, standIns) => {
    const { people } = maskedOf({ selection });
    expect(people.impactedUsers.map(({ id, username }) => id ?? username)).toEqual(standIns);
  });
  test("has addresses without ids", () => {
    expect(findingOf(maskedOf(), "app-access")?.fix.link?.address).toBe(
      "/lightning/setup/PermSets/{id}/PermissionSetAssignment/home"
    );
  });
  test("still names the first thing to do, and every finding by a key of its own", () => {
    const users = [systemUser({ IsActive: false }), impactedUser()];
    const report = maskedOf({ rows: { users } });
    expect(report.first).toBe("user-active/System user");
    expect(printedReport(report, words).first?.text).toBe("Activate System user");
    expect(new Set(report.findings.map(findingKey)).size).toBe(report.findings.length);
  });
  test("says the same of states, counts and dates", () => {
    const report = reportOf(CHECKS, situation());
    const states = ({ findings }: Report) => findings.map(({ check, state, severity }) => [check, state, severity]);
    const hidden = masked(report, words);
    expect(states(hidden)).toEqual(states(report));
    expect(hidden).toMatchObject({ masked: true, verdict: report.verdict, counts: report.counts, at: report.at });
  });
  test("knows a person whose username alone was given", () => {
    const selection = { systemUser: { id: SYSTEM_USER }, impactedUsers: [{ username: "Nobody@example.com" }] };
    const { people } = maskedOf({ selection });
    expect(people.impactedUsers).toEqual([{ id: null, username: "User 1", name: null, role: "impacted-user" }]);
    expect(people.unknownUsernames).toEqual(["User 1"]);
  });
});
