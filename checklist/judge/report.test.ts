import { CHECKS } from "../checks/index.ts";
import { before, NOW, noCandidate, situation, systemUser, impactedUser, type Changes } from "../testing/situation.ts";
import type { Severity, State } from "./check.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Finding } from "./finding.ts";
import { countsOf, reportOf, verdictOf } from "./report.ts";

const finding = (state: State, severity: Severity): Finding => ({ state, severity }) as Finding;
const report = (changes: Changes) => reportOf(CHECKS, situation(changes));

/** Everything that only a person can say, said. */
function allConfirmed(): Confirmation[] {
  return report({})
    .findings.filter(({ basis }) => basis !== null)
    .map(({ check, basis }) => ({
      check,
      subjectId: null,
      holds: true,
      note: "",
      by: "Vera Lind",
      at: "2026-05-01T00:00:00.000Z",
      basis: basis ?? {}
    }));
}

describe("verdict", () => {
  test.each<[string, Finding[], string]>([
    ["a failed blocker blocks", [finding("pass", "problem"), finding("fail", "blocker")], "blocked"],
    ["a refuted blocker blocks", [finding("refuted", "blocker")], "blocked"],
    ["a failed problem is a problem", [finding("unknown", "blocker"), finding("fail", "problem")], "problems"],
    ["a refuted problem is a problem", [finding("refuted", "problem")], "problems"],
    ["an unknown leaves it incomplete", [finding("pass", "blocker"), finding("unknown", "problem")], "incomplete"],
    [
      "a question left open leaves it incomplete",
      [finding("warn", "problem"), finding("confirm", "problem")],
      "incomplete"
    ],
    ["a warning is a warning", [finding("warn", "problem"), finding("pass", "blocker")], "warnings"],
    [
      "advice changes nothing",
      [finding("fail", "advice"), finding("unknown", "advice"), finding("pass", "blocker")],
      "healthy"
    ],
    [
      "what holds and what was confirmed is healthy",
      [finding("pass", "blocker"), finding("confirmed", "problem")],
      "healthy"
    ],
    ["nothing judged is not healthy", [], "incomplete"],
    ["nothing that applies is not healthy", [finding("not-applicable", "blocker")], "incomplete"]
  ])("%s", (_when, findings, expected) => {
    expect(verdictOf(findings)).toBe(expected);
  });
});

test("counts each state by itself, and advice as notes alone", () => {
  const counts = countsOf([
    finding("fail", "blocker"),
    finding("refuted", "blocker"),
    finding("fail", "problem"),
    finding("unknown", "blocker"),
    finding("confirm", "problem"),
    finding("warn", "problem"),
    finding("pass", "blocker"),
    finding("confirmed", "problem"),
    finding("not-applicable", "problem"),
    finding("pass", "advice"),
    finding("not-applicable", "advice"),
    finding("warn", "advice"),
    finding("fail", "advice"),
    finding("unknown", "advice"),
    finding("confirm", "advice")
  ]);
  expect(counts).toEqual({
    blockers: 2,
    problems: 1,
    unknown: 1,
    toConfirm: 1,
    warnings: 1,
    passed: 3,
    notApplicable: 2,
    notes: 4
  });
});

describe("report", () => {
  test("is incomplete while a person has not confirmed", () => {
    expect(report({})).toMatchObject({ verdict: "incomplete", counts: { toConfirm: 8, blockers: 0, problems: 0 } });
  });
  test("is healthy when everything holds or was confirmed", () => {
    expect(report({ confirmations: allConfirmed() })).toMatchObject({ verdict: "healthy", first: null });
  });
  test("is never healthy while evidence is on its way", () => {
    const { evidence, ...rest } = situation({ confirmations: allConfirmed() });
    const { verdict, pending } = reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles") });
    expect(verdict).toBe("incomplete");
    expect(pending).toEqual(expect.arrayContaining(["user-license", "user-profile"]));
  });
  test("is not healthy when nobody is the system user", () => {
    const changes = { rows: noCandidate, confirmations: allConfirmed() };
    const { evidence, confirmations, now } = situation(changes);
    expect(reportOf(CHECKS, { evidence, confirmations, now, selection: { impactedUsers: [] } }).verdict).toBe(
      "incomplete"
    );
  });
  test("says nobody about an org that did not answer", () => {
    expect(report({ faults: { organization: "server", viewer: "server" } })).toMatchObject({ org: null, viewer: null });
  });
  test("tells whose org it is, who looks, and when", () => {
    expect(report({})).toMatchObject({
      schemaVersion: 1,
      at: NOW.toISOString(),
      masked: false,
      org: { id: "00D000000000001AAA", name: "Northern Trail", sandbox: false, edition: null, instance: null },
      viewer: { id: "005000000000009AAA", name: "Vera Lind", username: "vera@example.com" },
      pending: []
    });
  });
  test("is blocked as soon as that is known, though evidence is on its way", () => {
    const { evidence, ...rest } = situation({ rows: { users: [systemUser({ IsActive: false }), impactedUser()] } });
    expect(reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles") }).verdict).toBe("blocked");
  });
  test("is plain data", () => {
    const whole = report({});
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });
});

describe("judging", () => {
  test("a check that throws is unknown, and the others say what they said", () => {
    const broken = CHECKS.map((check) =>
      check.id === "user-active" && check.about === "person"
        ? {
            ...check,
            judge: () => {
              throw new Error("planted");
            }
          }
        : check
    );
    const before = reportOf(CHECKS, situation());
    const after = reportOf(broken, situation());
    const others = (each: typeof before) => each.findings.filter(({ check }) => check !== "user-active");
    expect(after.findings.filter(({ check }) => check === "user-active")).toMatchObject([
      { state: "unknown", case: "crashed" },
      { state: "unknown", case: "crashed" }
    ]);
    expect(others(after)).toEqual(others(before));
  });
});
