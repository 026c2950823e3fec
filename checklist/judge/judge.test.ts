import { checkOf } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import {
  ADMIN_PROFILE,
  APP,
  APP_SET,
  impactedUser,
  IMPACTED_USER,
  inDays,
  noCandidate,
  profileGrant,
  situation,
  SYSTEM_USER,
  systemUser,
  withoutPackage,
  type Changes
} from "../testing/situation.ts";
import type { Mend } from "../changes/change.ts";
import { scopeByUser } from "../checks/scope-by-user/scope-by-user.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { marketingCloudSays } from "../testing/marketing-cloud-answer.ts";
import type { Check } from "./check.ts";
import type { Confirmation } from "./confirmation.ts";
import type { CheckId } from "./ids.ts";
import type { Finding } from "./finding.ts";
import { judge } from "./judge.ts";
import { EVERYONE_LIMIT } from "../facts/people.ts";

const findings = (check: CheckId, changes: Changes = {}): readonly Finding[] =>
  judge([checkOf(check)], situation(changes)).findings;
const first = (check: CheckId, changes?: Changes): Finding | undefined => findings(check, changes)[0];
const app = (Name: string, Id = "0H4000000000001AAA") => ({ Id, Name, LastModifiedDate: inDays(-9) });
const nobody: Changes = {
  rows: noCandidate,
  selection: { systemUser: undefined as never, impactedUsers: [] }
};
const OPEN = [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false, OptionsRefreshTokenValidityMetric: false }];
const guessed = { selection: { systemUser: undefined as never } };
const everyone: Changes = {
  rows: {
    "connector-users": Array.from({ length: EVERYONE_LIMIT }, (_, i) => ({
      Id: `005${String(i)}`,
      Name: "x",
      Username: "x"
    })),
    "connector-user-count": [{ total: EVERYONE_LIMIT + 1 }]
  },
  selection: { everyone: true, impactedUsers: [] }
};

describe("the fix where a check could not be judged", () => {
  test.each<[string, CheckId, Changes, string]>([
    ["no-object", "app-installed", { faults: { "connected-apps": "no-object" } }, "ask"],
    ["no-field", "app-installed", { faults: { "connected-apps": "no-field" } }, "ask"],
    ["no-access", "app-installed", { faults: { "connected-apps": "no-access" } }, "ask"],
    ["limit", "app-installed", { faults: { "connected-apps": "limit" } }, "wait"],
    ["server", "app-installed", { faults: { "connected-apps": "server" } }, "wait"],
    ["timeout", "app-installed", { faults: { "connected-apps": "timeout" } }, "wait"],
    ["malformed", "app-installed", { faults: { "connected-apps": "malformed" } }, "wait"],
    ["hidden", "app-installed", { rows: { "connected-apps": [] }, lacks: ["PermissionsViewSetup"] }, "ask"],
    ["no-app", "permitted-users", { rows: { "connected-apps": [] } }, "install-app"],
    [
      "several-apps",
      "permitted-users",
      {
        rows: {
          "connected-apps": [app("Salesforce Marketing Cloud"), app("Salesforce Marketing Cloud", "0H4000000000002AAA")]
        }
      },
      "choose-app"
    ],
    ["no-package", "appexchange-user", withoutPackage, "install-package"],
    ["no-system-user", "user-active", nobody, "choose-system-user"],
    ["person-not-found", "user-active", { rows: { users: [] } }, "choose-person"],
    ["not-everyone", "user-active", everyone, "choose-fewer"],
    ["no-profile", "user-license", { rows: { profiles: [] } }, "wait"]
  ])("by %s is any check's", (name, check, changes, step) => {
    const found = findings(check, changes).find((finding) => finding.case === name);
    expect(found?.fix).toEqual({ of: "common", steps: [step], link: null });
  });

  test("by a check that throws is to report it, with what was thrown", () => {
    const throwing = (thrown: unknown): Check => ({
      ...scopeByUser,
      judge: () => {
        throw thrown;
      }
    });
    const [error, text] = [new Error("planted"), "planted too"].map(
      (thrown) => judge([throwing(thrown)], situation()).findings[0]
    );
    expect(error).toMatchObject({ case: "crashed", values: { message: "planted" }, fix: { steps: ["report"] } });
    expect(text).toMatchObject({ case: "crashed", values: { message: "planted too" } });
  });
});

describe("the fix of a check that was judged", () => {
  test.each<[CheckId, Changes, Finding["fix"]["link"]]>([
    ["package-installed", {}, { page: "installed-packages", address: "/lightning/setup/ImportedPackage/home" }],
    [
      "app-access",
      {},
      { page: "manage-assignments", address: `/lightning/setup/PermSets/${APP_SET}/PermissionSetAssignment/home` }
    ],
    [
      "app-access",
      { rows: { "app-grants": [] } },
      { page: "permission-sets", address: "/lightning/setup/PermSets/home" }
    ],
    [
      "user-active",
      {},
      {
        page: "user",
        address: `/lightning/setup/ManageUsers/page?address=%2F${SYSTEM_USER}%3Fnoredirect%3D1%26isUserEntityOverride%3D1`
      }
    ],
    ["marketing-cloud-tab", {}, null]
  ])("%s is its own, and leads to its page", (check, changes, link) => {
    expect(first(check, changes)?.fix).toEqual({
      of: check,
      steps: checkOf(check).look ?? checkOf(check).look ?? checkOf(check).fix,
      link
    });
  });
});

describe("the values of a finding", () => {
  test.each<[string, CheckId, Changes, Finding["values"]]>([
    [
      "name the app that was chosen",
      "scope-by-user",
      { rows: { "connected-apps": [app("Acme Marketing Cloud")] }, selection: { appId: "0H4000000000001AAA" } },
      { app: "Acme Marketing Cloud" }
    ],
    [
      "name the usual app where others only resemble it",
      "scope-by-user",
      { rows: { "connected-apps": [app("Acme Marketing Cloud")] } },
      { app: "Salesforce Marketing Cloud" }
    ],
    [
      "name the usual app where there is none",
      "scope-by-user",
      { rows: { "connected-apps": [] } },
      { app: "Salesforce Marketing Cloud" }
    ],
    ["name the system user by username", "scope-by-user", {}, { systemUser: "mc@example.com" }],
    [
      "name the system user by name where no username is known",
      "scope-by-user",
      { selection: { systemUser: { id: "005X", name: "Eve" } } },
      { systemUser: "Eve" }
    ],
    ["name the person", "user-active", {}, { user: "Marketing Cloud Integration" }],
    [
      "name the person by username where no name is known",
      "user-active",
      { selection: { systemUser: { username: "eve@example.com" } } },
      { user: "eve@example.com" }
    ],
    [
      "name the person by Id where nothing else is known",
      "user-active",
      { selection: { systemUser: { id: "005X" } } },
      { user: "005X" }
    ],
    [
      "name the apps that could be the right one",
      "permitted-users",
      {
        rows: {
          "connected-apps": [app("Salesforce Marketing Cloud"), app("Salesforce Marketing Cloud", "0H4000000000002AAA")]
        }
      },
      { apps: ["Salesforce Marketing Cloud", "Salesforce Marketing Cloud"] }
    ],
    ["tell how many of everyone were checked", "user-active", everyone, { count: EVERYONE_LIMIT }],
    [
      "tell what could not be read, and the permissions for it",
      "app-installed",
      { faults: { "connected-apps": "no-access" }, lacks: ["PermissionsCustomizeApplication"] },
      {
        object: { texts: ["object.ConnectedApplication"] },
        api: "ConnectedApplication",
        permissions: { texts: ["permission.PermissionsCustomizeApplication"] },
        message: "planted no-access"
      }
    ],
    ...(["app-policies", "permission-set-groups", "permission-set-assignments"] as const).map(
      (name): [string, CheckId, Changes, Finding["values"]] => [
        `tell that ${name} wants View Setup`,
        name === "app-policies" ? "permitted-users" : "app-access",
        { faults: { [name]: "no-access" }, lacks: ["PermissionsViewSetup"] },
        { permissions: { texts: ["permission.PermissionsViewSetup"] } }
      ]
    ),
    [
      "ask for the object where no permission is known to be missing",
      "app-installed",
      { faults: { "connected-apps": "no-object" } },
      { permissions: { texts: ["permission.object-read"] } }
    ],
    [
      "ask for the fields where no permission is known to be missing",
      "app-installed",
      { faults: { "connected-apps": "no-field" } },
      { permissions: { texts: ["permission.field-read"] } }
    ],
    [
      "tell what may be hidden, and the permissions for it",
      "app-installed",
      { rows: { "connected-apps": [] }, lacks: ["PermissionsViewSetup"] },
      {
        object: { texts: ["object.ConnectedApplication"] },
        api: "ConnectedApplication",
        permissions: { texts: ["permission.PermissionsViewSetup"] }
      }
    ]
  ])("%s", (_what, check, changes, expected) => {
    expect(first(check, changes)?.values).toMatchObject(expected);
  });

  test("name nobody where the finding is about nobody", () => {
    expect(first("user-active", nobody)?.values).toEqual({ app: "Salesforce Marketing Cloud" });
  });
});

describe("severity", () => {
  test("is that of the role", () => {
    expect(findings("user-active").map(({ severity }) => severity)).toEqual(["blocker", "problem"]);
  });
  test.each<[string, Changes, string]>([
    ["nobody is the system user: the system user's", nobody, "blocker"],
    ["not everyone was checked: the others'", everyone, "problem"]
  ])("when %s", (_when, changes, severity) => {
    expect(findings("user-active", changes).find(({ subject }) => subject === null)?.severity).toBe(severity);
  });
});

describe("what is not applicable", () => {
  test("is what needs the app, where there is none for sure", () => {
    const none = { rows: { "connected-apps": [] } };
    const without = judge(CHECKS, situation(none)).findings.filter((finding) => finding.case === "no-app");
    const needing = CHECKS.filter(({ requires = [] }) => requires.includes("app"));
    expect(new Set(without.map(({ check }) => check))).toEqual(new Set(needing.map(({ id }) => id)));
  });
  test("is what needs the package, where there is none for sure", () => {
    const without = judge(CHECKS, situation(withoutPackage)).findings.filter(
      (finding) => finding.case === "no-package"
    );
    const needing = CHECKS.filter(({ requires = [] }) => requires.includes("package"));
    expect(new Set(without.map(({ check }) => check))).toEqual(new Set(needing.map(({ id }) => id)));
  });
});

describe("a person's word", () => {
  const word = (changes: Partial<Confirmation>) => givenConfirmation("scope-by-user", { by: "Vera", ...changes });

  test.each([
    [true, "confirmed"],
    [false, "refuted"]
  ])("that it holds, %s, makes it %s, and is told with it", (holds, state) => {
    const found = first("scope-by-user", { confirmations: [word({ holds })] });
    expect(found).toMatchObject({ state, case: state, lapsed: null, confirmation: { by: "Vera" } });
    expect(found?.values).toMatchObject({ by: "Vera", at: { date: inDays(-1) } });
  });
  test("that lapsed is told, and does not count", () => {
    expect(first("scope-by-user", { confirmations: [word({ at: inDays(-181) })] })).toMatchObject({
      state: "confirm",
      case: "look",
      lapsed: { why: "age" },
      confirmation: { by: "Vera" },
      values: { by: "Vera" }
    });
  });
  test("on what the org itself tells does not count", () => {
    const found = first("package-installed", { confirmations: [word({ check: "package-installed", holds: false })] });
    expect(found).toMatchObject({ state: "pass", basis: null, confirmation: null, lapsed: null });
    expect(found?.values).not.toHaveProperty("by");
  });
  test("that nobody gave is not made up", () => {
    expect(first("scope-by-user")).toMatchObject({ state: "confirm", confirmation: null, lapsed: null });
  });
});

describe("what Marketing Cloud has just said", () => {
  const asked = (answer = marketingCloudSays(), changes: Changes = {}, check: Check = checkOf("api-user-flag")) =>
    judge([check], { ...situation(changes), marketingCloud: answer }).findings[0];
  const hears = (hear: () => never): Check => ({ ...checkOf("api-user-flag"), hear }) as Check;

  test("counts as Marketing Cloud's word, of then", () => {
    const found = asked();
    expect(found).toMatchObject({ state: "confirmed", case: "is-api-user", lapsed: null });
    expect(found?.confirmation).toMatchObject({
      by: "Marketing Cloud",
      at: inDays(-1),
      holds: true,
      isJustAsked: true
    });
    expect(found?.values).toMatchObject({ by: "Marketing Cloud", at: { date: inDays(-1) } });
  });
  test("refutes what is not so, and says how to mend that", () => {
    const found = asked(marketingCloudSays({ locked: true }));
    expect(found).toMatchObject({ state: "refuted", case: "is-locked", confirmation: { holds: false } });
    expect(found?.fix.steps).toEqual(checkOf("api-user-flag").fixes?.["is-locked"]);
  });
  test("counts before what a person said", () => {
    const confirmations = [givenConfirmation("api-user-flag", { holds: false })];
    expect(asked(undefined, { confirmations })).toMatchObject({ state: "confirmed" });
  });
  test.each([
    ["does not tell", marketingCloudSays({ apiUser: null })],
    ["is about another user", { ...marketingCloudSays(), asked: "another-user" }]
  ])("leaves it at what a person said where it %s", (_where, answer) => {
    const confirmations = [givenConfirmation("api-user-flag", { holds: false })];
    expect(asked(answer, { confirmations })).toMatchObject({ state: "refuted", confirmation: { by: "Vera Lind" } });
  });
  test("does not count on what no person is asked", () => {
    expect(asked(undefined, withoutPackage)).toMatchObject({ state: "not-applicable", confirmation: null });
  });
  test("that a check can't read makes it unknown, and not refuted", () => {
    const found = asked(
      undefined,
      {},
      hears(() => {
        throw new Error("planted");
      })
    );
    expect(found).toMatchObject({ state: "unknown", case: "crashed", values: { message: "planted" } });
  });
});

describe("what can be written", () => {
  const unticked = (changes: Parameters<typeof impactedUser>[0] = {}): Changes => ({
    rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false, ...changes })] }
  });
  const written = (check: Check, changes: Changes): readonly Mend[] =>
    judge([check], situation(changes)).mends.map(({ mend }) => mend);
  const always = (id: CheckId, mend: () => readonly Mend[]): Check => ({ ...checkOf(id), mend });
  const WITHHELD: Mend = { withheld: { key: "change.withheld.group" } };

  test.each<[string, Check, Changes, object[]]>([
    [
      "is what the check proposes for whom it fails",
      checkOf("marketing-user"),
      unticked(),
      [{ set: "UserPermissionsMarketingUser", of: IMPACTED_USER }]
    ],
    [
      "is nothing for an inactive user, and says so",
      checkOf("marketing-user"),
      unticked({ IsActive: false }),
      [{ withheld: { key: "change.withheld.inactive" } }]
    ],
    [
      "is to activate an inactive user",
      checkOf("user-active"),
      unticked({ IsActive: false }),
      [{ set: "IsActive", of: IMPACTED_USER }]
    ],
    [
      "for an inactive user is withheld for its own reason, where there is one",
      always("marketing-user", () => [WITHHELD]),
      unticked({ IsActive: false }),
      [WITHHELD]
    ],
    ["is nothing where the check passes", always("marketing-user", () => [WITHHELD]), {}, []],
    [
      "is nothing where the check could not be judged",
      always("marketing-user", () => [WITHHELD]),
      { rows: { users: [] } },
      []
    ],
    [
      "is nothing for the org where the check could not be judged",
      always("app-permission-set", () => [WITHHELD]),
      { faults: { "app-grants": "server" } },
      []
    ],
    [
      "is something for the org where the check warns",
      always("app-permission-set", () => [WITHHELD]),
      { rows: { "app-grants": [profileGrant(ADMIN_PROFILE)] } },
      [WITHHELD]
    ],
    ["is nothing where the check knows of nothing", checkOf("permitted-users"), { rows: { "app-policies": OPEN } }, []],
    [
      "is nothing where a check of people knows of nothing",
      checkOf("user-license"),
      { rows: { "license-pools": [] } },
      []
    ],
    [
      "is nothing where the check proposes nothing for a guess",
      always("marketing-user", () => []),
      { rows: { users: [systemUser({ UserPermissionsMarketingUser: false })] }, ...guessed },
      []
    ],
    [
      "is nothing for a guess, and says so once",
      always("marketing-user", () => [WITHHELD, WITHHELD]),
      { rows: { users: [systemUser({ UserPermissionsMarketingUser: false }), impactedUser()] }, ...guessed },
      [{ withheld: { key: "change.withheld.guessed" } }]
    ]
  ])("%s", (_what, check, changes, mends) => {
    expect(written(check, changes)).toMatchObject(mends);
    expect(written(check, changes)).toHaveLength(mends.length);
  });

  test("is nothing where proposing it throws: then the check is unknown", () => {
    const throwing = always("marketing-user", () => {
      throw new Error("planted");
    });
    const { findings: found, mends } = judge([throwing], situation(unticked()));
    expect(found.map(({ state, case: name }) => `${state}/${name}`)).toEqual(["pass/ticked", "unknown/crashed"]);
    expect(mends).toEqual([]);
  });
});

test("a case that the check does not list is refused by name", () => {
  const odd = { ...scopeByUser, judge: () => ({ case: "odd" }) } as Check;
  expect(() => judge([odd], situation())).toThrow("The check scope-by-user does not list the case odd.");
});

test("cases that are advice are, whatever the check's severity", () => {
  const severityOf = (advice: string[]) => judge([{ ...scopeByUser, advice }], situation()).findings[0]?.severity;
  expect([severityOf(["look"]), severityOf(["other"])]).toEqual(["advice", scopeByUser.severity]);
});

describe("everyone with a box ticked", () => {
  test("is not missed by a check that is about the system user only", () => {
    const [check] = CHECKS.filter(
      ({ about, severity }) => about === "person" && !Object.hasOwn(severity as object, "impacted-user")
    );
    expect(findings(check?.id ?? "", everyone).map(({ subject }) => subject?.role)).toEqual(["system-user"]);
  });
  test("is not missed where nobody asked for them", () => {
    const { selection: _, ...rows } = everyone;
    expect(findings("user-active", rows).filter(({ subject }) => subject === null)).toEqual([]);
  });
  test("is missed where their number is not known", () => {
    const changes = { ...everyone, rows: { ...everyone.rows, "connector-user-count": [] } };
    expect(findings("user-active", changes).map((finding) => finding.case)).toContain("not-everyone");
  });
});

test("people are judged in the order in which they were named, the system user first", () => {
  const users = [impactedUser(), systemUser(), impactedUser({ Id: "005000000000003AAA" })];
  const impactedUsers = [{ id: "005000000000003AAA" }, { id: IMPACTED_USER }];
  const found = findings("user-active", { rows: { users }, selection: { impactedUsers } });
  expect(found.map(({ subject }) => subject?.id)).toEqual([SYSTEM_USER, "005000000000003AAA", IMPACTED_USER]);
});
