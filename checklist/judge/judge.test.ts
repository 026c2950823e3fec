import { checkOf } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import {
  APP_SET,
  impactedUser,
  IMPACTED_USER,
  inDays,
  noCandidate,
  situation,
  SYSTEM_USER,
  systemUser,
  withoutPackage,
  type Changes
} from "../testing/situation.ts";
import { scopeByUser } from "../checks/scope-by-user/scope-by-user.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
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

describe("everyone with a box ticked", () => {
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
