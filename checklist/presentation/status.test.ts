import { checkOf } from "../catalogue.ts";
import { apiUserFlag } from "../checks/api-user-flag/api-user-flag.ts";
import { appAccess } from "../checks/app-access/app-access.ts";
import { appPermissionSet } from "../checks/app-permission-set/app-permission-set.ts";
import { appexchangeUser } from "../checks/appexchange-user/appexchange-user.ts";
import { marketingUser } from "../checks/marketing-user/marketing-user.ts";
import { packageInstalled } from "../checks/package-installed/package-installed.ts";
import { permittedUsers } from "../checks/permitted-users/permitted-users.ts";
import { userActive } from "../checks/user-active/user-active.ts";
import { userSignIn } from "../checks/user-sign-in/user-sign-in.ts";
import { userLicense } from "../checks/user-license/user-license.ts";
import {
  before,
  assignment,
  impactedUser,
  inDays,
  noCandidate,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import type { Severity, State } from "../judge/check.ts";
import type { CheckId } from "../judge/ids.ts";
import type { Finding } from "../judge/finding.ts";
import { reportOf } from "../judge/report.ts";
import { matrixOf, openAndFolded, statusOf, stepsOf } from "./status.ts";

/** Enough to show it on: a new check changes nothing here. */
const CHECKS = [
  packageInstalled,
  appPermissionSet,
  appAccess,
  permittedUsers,
  userActive,
  userLicense,
  marketingUser,
  appexchangeUser,
  apiUserFlag
];

const report = (changes: Changes) => reportOf(CHECKS, situation(changes));
const steps = (changes: Changes) =>
  Object.fromEntries(
    stepsOf(report(changes), (id) => checkOf(id).step).map(({ step, status, count }) => [step, [status, count]])
  );

describe("status", () => {
  test.each<[State, Severity, string]>([
    ["fail", "blocker", "blocker"],
    ["refuted", "blocker", "blocker"],
    ["fail", "problem", "problem"],
    ["warn", "problem", "warning"],
    ["unknown", "blocker", "unknown"],
    ["confirm", "problem", "confirm"],
    ["confirmed", "blocker", "confirmed"],
    ["pass", "blocker", "passed"],
    ["pass", "advice", "passed"],
    ["fail", "advice", "note"],
    ["unknown", "advice", "note"],
    ["not-applicable", "problem", "not-applicable"],
    ["confirmed", "advice", "confirmed"],
    ["not-applicable", "advice", "not-applicable"]
  ])("%s of a %s is %s", (state, severity, expected) => {
    expect(statusOf({ state, severity })).toBe(expected);
  });
});

describe("steps", () => {
  test("show their worst finding and how many of it", () => {
    const users = [
      systemUser({ IsActive: false }),
      impactedUser({ IsActive: false, UserPermissionsMarketingUser: false })
    ];
    expect(steps({ rows: { users } })).toMatchObject({
      users: ["blocker", 1],
      access: ["passed", 3],
      "marketing-cloud": ["confirm", 1]
    });
  });
  test("are checking while evidence is on its way, unless they are known to be broken", () => {
    const { evidence, ...rest } = situation({ rows: { "app-grants": [] } });
    const partial = reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles", "permission-set-assignments") });
    const found = stepsOf(partial, (id) => checkOf(id).step);
    expect(found.find(({ step }) => step === "users")?.status).toBe("checking");
    expect(found.find(({ step }) => step === "access")?.status).toBe("blocker");
    expect(found.find(({ step }) => step === "package")?.status).toBe("passed");
  });
  test("are checking while what is asked of a person may yet be worse, and broken as soon as that is known", () => {
    const status = (changes: Changes, ...open: Parameters<typeof before>[1][]) => {
      const { evidence, ...rest } = situation(changes);
      const partial = reportOf(CHECKS, { ...rest, evidence: before(evidence, ...open) });
      return (step: string) => stepsOf(partial, (id) => checkOf(id).step).find((each) => each.step === step)?.status;
    };
    expect(status({}, "app-policies")("connected-app")).toBe("checking");
    const users = [systemUser(), impactedUser({ IsActive: false })];
    expect(status({ rows: { users } }, "profiles")("users")).toBe("problem");
  });
  test.each<[string, State, string, number]>([
    ["passes", "pass", "checking", 0],
    ["is to be confirmed", "confirm", "checking", 0],
    ["couldn't be read", "unknown", "checking", 0],
    ["fails", "fail", "problem", 1]
  ])("while a check is on its way, and the other one %s", (_what, state, status, count) => {
    const findings = [{ step: "users", state, severity: "problem" } as Finding];
    const found = stepsOf({ findings, pending: ["user-license"] }, (id) => checkOf(id).step);
    expect(found.find(({ step }) => step === "users")).toMatchObject({ status, count });
  });
  test("open what is worst first and fold what holds", () => {
    const { findings } = report({ rows: { "permission-set-assignments": [assignment("005000000000002AAA")] } });
    const { open, folded } = openAndFolded(findings.filter(({ step }) => step === "access"));
    expect(open.map(({ check, subject }) => [check, subject?.id])).toEqual([["app-access", SYSTEM_USER]]);
    expect(folded).toHaveLength(2);
  });
  test("open what is worst first, and in order of repair what is equally bad", () => {
    const open = (...findings: [CheckId, State, Severity][]) =>
      openAndFolded(findings.map(([check, state, severity]) => ({ check, state, severity }) as Finding)).open.map(
        ({ check }) => check
      );
    expect(
      open(
        ["app-access", "unknown", "problem"],
        ["user-active", "fail", "problem"],
        ["user-license", "fail", "problem"],
        ["user-profile", "warn", "problem"],
        ["marketing-user", "fail", "problem"],
        ["scope-by-user", "confirm", "problem"],
        ["marketing-cloud-tab", "refuted", "blocker"]
      )
    ).toEqual([
      "marketing-cloud-tab",
      "user-active",
      "user-license",
      "marketing-user",
      "app-access",
      "scope-by-user",
      "user-profile"
    ]);
  });
  test("fold what was confirmed and what does not apply", () => {
    const states = ["pass", "confirmed", "not-applicable", "warn"] as const;
    const { open, folded } = openAndFolded(
      states.map((state) => ({ check: "user-active", state, severity: "problem" }) as Finding)
    );
    expect([open, folded].map((list) => list.map(({ state }) => state))).toEqual([
      ["warn"],
      ["pass", "confirmed", "not-applicable"]
    ]);
  });
  test("are not applicable where nothing is said of them", () => {
    expect(stepsOf({ findings: [], pending: [] }, (id) => checkOf(id).step)).toContainEqual({
      step: "people",
      status: "not-applicable",
      count: 0,
      findings: []
    });
  });
});

describe("matrix", () => {
  test("has the system user first, then those worst off, each with a cell for each check", () => {
    const users = [systemUser(), impactedUser(), impactedUser({ Id: "005000000000003AAA", IsActive: false })];
    const selection = { impactedUsers: [{ id: "005000000000002AAA" }, { id: "005000000000003AAA" }] };
    const { checks, rows } = matrixOf(report({ rows: { users }, selection }));
    expect(rows.map(({ person }) => person.id)).toEqual([SYSTEM_USER, "005000000000003AAA", "005000000000002AAA"]);
    expect(rows.every(({ cells }) => cells.length === checks.length)).toBe(true);
    expect(rows[1]).toMatchObject({ status: "problem", toFix: 2, toWatch: 1 });
  });
  test("has the checks about people, in order of repair", () => {
    expect(matrixOf(report({})).checks).toEqual([
      "app-access",
      "user-active",
      "user-license",
      "marketing-user",
      "appexchange-user"
    ]);
  });
  test("leaves out what is asked of the system user alone, unless there is nobody to compare with", () => {
    const shown = (impactedUsers: { id: string }[]) =>
      matrixOf(reportOf([userActive, userSignIn], situation({ selection: { impactedUsers } })));
    const { checks, rows } = shown([{ id: "005000000000002AAA" }]);
    expect(checks).toEqual(["user-active"]);
    expect(rows.map(({ cells }) => cells.map(({ check }) => check))).toEqual([["user-active"], ["user-active"]]);
    expect(shown([]).checks).toEqual(["user-active", "user-sign-in"]);
  });
  test("has a cell that leads to its finding", () => {
    const { rows } = matrixOf(report({ rows: { users: [systemUser({ IsActive: false }), impactedUser()] } }));
    expect(rows[0]).toMatchObject({ status: "blocker", toFix: 1, toWatch: 0 });
    expect(rows[0]?.cells[1]).toEqual({
      check: "user-active",
      status: "blocker",
      finding: `user-active/${SYSTEM_USER}`
    });
    expect(rows[1]?.cells.every(({ status }) => status === "passed")).toBe(true);
    expect(rows[1]).toMatchObject({ status: "passed", toFix: 0, toWatch: 0 });
  });
  test.each<[string, Parameters<typeof impactedUser>[0][], string[]]>([
    [
      "more to mend",
      [{ IsActive: false }, { IsActive: false, UserPermissionsMarketingUser: false }],
      ["0050000000000B1AAA", "0050000000000B0AAA"]
    ],
    ["the same: as they were named", [{}, {}], ["0050000000000B0AAA", "0050000000000B1AAA"]]
  ])("puts first whoever has %s", (_what, people, expected) => {
    const ids = people.map((_, i) => `0050000000000B${String(i)}AAA`);
    const users = [systemUser(), ...people.map((changes, i) => impactedUser({ Id: ids[i] ?? "", ...changes }))];
    const selection = { impactedUsers: ids.map((id) => ({ id })) };
    const assignments = ids.map((id) => assignment(id));
    const { rows } = matrixOf(report({ rows: { users, "permission-set-assignments": assignments }, selection }));
    expect(rows.slice(1).map(({ person }) => person.id)).toEqual(expected);
  });
  test("puts first whoever has more to watch, where as much is to be mended", () => {
    const users = [systemUser(), impactedUser(), impactedUser({ Id: "005000000000003AAA", ProfileId: "00eX" })];
    const selection = { impactedUsers: [{ id: "005000000000002AAA" }, { id: "005000000000003AAA" }] };
    const changes = { rows: { users, "permission-set-assignments": [] }, selection };
    expect(matrixOf(report(changes)).rows[1]?.person.id).toBe("005000000000003AAA");
  });
  test("puts first whoever has more to mend, though others have more to watch", () => {
    const ids = ["0050000000000C1AAA", "0050000000000C2AAA"] as const;
    const users = [
      systemUser(),
      impactedUser({ Id: ids[0], IsActive: false, ProfileId: "00eX" }),
      impactedUser({ Id: ids[1], IsActive: false, UserPermissionsMarketingUser: false })
    ];
    const selection = { impactedUsers: ids.map((id) => ({ id })) };
    const changes = { rows: { users, "permission-set-assignments": ids.map((id) => assignment(id)) }, selection };
    expect(matrixOf(report(changes)).rows.slice(1)).toMatchObject([
      { person: { id: ids[1] }, toFix: 2 },
      { person: { id: ids[0] }, toFix: 1 }
    ]);
  });
  const of = (id: string, ...found: [State, Severity][]): Finding[] =>
    found.map(
      ([state, severity]) =>
        ({ check: "user-active", state, severity, subject: { id, role: "impacted-user" } }) as unknown as Finding
    );
  const rowsOf = (...ids: string[]) => {
    const whole = report({});
    const impactedUsers = ids.map((id) => ({ id, username: null, name: null, role: "impacted-user" as const }));
    return (findings: Finding[]) =>
      matrixOf({ ...whole, findings, people: { ...whole.people, systemUser: null, impactedUsers } }).rows;
  };
  test("puts first whoever is worst off, though others have more to mend", () => {
    const findings = [...of("many", ["fail", "problem"], ["fail", "problem"]), ...of("worst", ["fail", "blocker"])];
    expect(rowsOf("many", "worst")(findings).map(({ person }) => person.id)).toEqual(["worst", "many"]);
  });
  test.each<[State, number]>([
    ["confirm", 1],
    ["unknown", 1],
    ["warn", 1],
    ["pass", 0],
    ["not-applicable", 0]
  ])("counts what is %s as to be watched: %d", (state, toWatch) => {
    expect(rowsOf("one")(of("one", [state, "problem"]))).toMatchObject([{ toWatch, toFix: 0 }]);
  });
  test("counts what ends soon as to be watched", () => {
    const ending = assignment(SYSTEM_USER, { ExpirationDate: inDays(3) });
    const { rows } = matrixOf(report({ rows: { "permission-set-assignments": [ending] } }));
    expect(rows[0]).toMatchObject({ status: "warning", toFix: 0, toWatch: 1 });
  });
  test("keeps apart people of whom only the username is known", () => {
    const selection = { impactedUsers: [{ username: "one@example.com" }, { username: "two@example.com" }] };
    const { checks, rows } = matrixOf(report({ selection }));
    expect(rows.slice(1).map(({ cells }) => cells.length)).toEqual([checks.length, checks.length]);
  });
  test("is checking whoever nothing is said of yet", () => {
    const { evidence, ...rest } = situation({});
    const partial = reportOf(CHECKS, { ...rest, evidence: before(evidence, "users") });
    expect(matrixOf(partial).rows.map(({ status }) => status)).toEqual(["checking", "checking"]);
  });
  test("has no system user where there is none", () => {
    const { evidence, ...rest } = situation({ rows: noCandidate });
    const { rows } = matrixOf(reportOf(CHECKS, { ...rest, evidence, selection: { impactedUsers: [{ id: "005X" }] } }));
    expect(rows.map(({ person }) => person.id)).toEqual(["005X"]);
  });
});
