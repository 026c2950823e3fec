import { CHECKS, checkOf } from "../registry.ts";
import {
  before,
  assignment,
  impactedUser,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import type { Severity, State } from "./check.ts";
import type { Finding } from "./finding.ts";
import { reportOf } from "./report.ts";
import { matrixOf, openAndFolded, standingOf, stepsOf } from "./summary.ts";

const report = (changes: Changes) => reportOf(CHECKS, situation(changes));
const steps = (changes: Changes) =>
  Object.fromEntries(
    stepsOf(report(changes), (id) => checkOf(id).step).map(({ step, standing, count }) => [step, [standing, count]])
  );

describe("standing", () => {
  test.each<[State, Severity, string]>([
    ["fail", "blocker", "blocker"],
    ["refuted", "blocker", "blocker"],
    ["fail", "problem", "problem"],
    ["warn", "problem", "warning"],
    ["unknown", "blocker", "unknown"],
    ["confirm", "problem", "confirm"],
    ["confirmed", "blocker", "confirmed"],
    ["pass", "blocker", "holds"],
    ["pass", "advice", "holds"],
    ["fail", "advice", "note"],
    ["unknown", "advice", "note"],
    ["not-applicable", "problem", "not-applicable"]
  ])("%s of a %s is %s", (state, severity, expected) => {
    expect(standingOf({ state, severity } as Finding)).toBe(expected);
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
      access: ["holds", 3],
      "marketing-cloud": ["confirm", 5]
    });
  });
  test("are checking while evidence is on its way, unless they are known to be broken", () => {
    const { evidence, ...rest } = situation({ rows: { "app-access": [] } });
    const partial = reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles", "permission-set-assignments") });
    const found = stepsOf(partial, (id) => checkOf(id).step);
    expect(found.find(({ step }) => step === "users")?.standing).toBe("checking");
    expect(found.find(({ step }) => step === "access")?.standing).toBe("blocker");
    expect(found.find(({ step }) => step === "package")?.standing).toBe("holds");
  });
  test("open what is worst first and fold what holds", () => {
    const { findings } = report({ rows: { "permission-set-assignments": [assignment("005000000000002AAA")] } });
    const { open, folded } = openAndFolded(findings.filter(({ step }) => step === "access"));
    expect(open.map(({ check, subject }) => [check, subject?.id])).toEqual([["app-access", SYSTEM_USER]]);
    expect(folded).toHaveLength(2);
  });
});

describe("matrix", () => {
  test("has the system user first, then those worst off, each with a cell for each check", () => {
    const users = [systemUser(), impactedUser(), impactedUser({ Id: "005000000000003AAA", IsActive: false })];
    const selection = { impactedUsers: [{ id: "005000000000002AAA" }, { id: "005000000000003AAA" }] };
    const { checks, rows } = matrixOf(report({ rows: { users }, selection }));
    expect(rows.map(({ person }) => person.id)).toEqual([SYSTEM_USER, "005000000000003AAA", "005000000000002AAA"]);
    expect(rows.every(({ cells }) => cells.length === checks.length)).toBe(true);
    expect(rows[1]).toMatchObject({ standing: "problem", toFix: 2, toWatch: 2 });
  });
});
