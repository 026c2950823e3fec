import type { CheckId } from "../judge/ids.ts";
import type { Finding } from "../judge/finding.ts";
import { explain } from "./explain.ts";

const finding = (check: CheckId, state: Finding["state"], more: Partial<Finding> = {}): Finding =>
  ({ check, state, severity: "problem", tentative: false, subject: null, case: state, values: {}, ...more }) as Finding;
const said = (findings: readonly Finding[], checks: readonly CheckId[], pending: readonly CheckId[] = []): string[] =>
  explain({ findings, pending }, { checks }).causes.map(
    ({ check, outcome, count }) => `${check} ${outcome} ${String(count)}`
  );

describe("what a check says of a symptom that it can cause", () => {
  test.each<[string, readonly Finding[], readonly CheckId[], readonly string[]]>([
    ["explains it when it failed", [finding("a", "fail")], [], ["a explains 1"]],
    ["explains it when a person saw that it is wrong", [finding("a", "refuted")], [], ["a explains 1"]],
    ["explains it as a note, too", [finding("a", "fail", { severity: "advice" })], [], ["a explains 1"]],
    ["is still to check when it warns", [finding("a", "warn")], [], ["a maybe 1"]],
    ["is still to check when it is unknown", [finding("a", "unknown")], [], ["a maybe 1"]],
    ["is still to check when nobody has looked", [finding("a", "confirm")], [], ["a maybe 1"]],
    ["is still to check when it failed of a guess", [finding("a", "fail", { tentative: true })], [], ["a maybe 1"]],
    ["is still to check when it is OK of a guess", [finding("a", "pass", { tentative: true })], [], ["a maybe 1"]],
    ["is not it when it is OK", [finding("a", "pass")], [], ["a not 1"]],
    ["is not it when a person saw that it is right", [finding("a", "confirmed")], [], ["a not 1"]],
    ["is not it where it does not apply", [finding("a", "not-applicable")], [], ["a not 1"]],
    ["is still to check while its evidence is on its way", [], ["a"], ["a maybe 0"]],
    ["is still to check while some of it is on its way", [finding("a", "pass")], ["a"], ["a maybe 1"]],
    ["explains it at once where it is broken", [finding("a", "fail")], ["a"], ["a explains 1"]],
    ["says nothing where it has nobody to ask about", [], [], []],
    [
      "speaks by the worst, and counts those alike",
      [finding("a", "pass"), finding("a", "fail"), finding("a", "fail"), finding("a", "warn")],
      [],
      ["a explains 2"]
    ]
  ])("%s", (_what, findings, pending, causes) => {
    expect(said(findings, ["a"], pending)).toEqual(causes);
  });
});

test("what would explain it comes first, then what the org shows, then what nobody has looked at; each in order", () => {
  const findings = [
    finding("a", "pass"),
    finding("b", "confirm"),
    finding("c", "warn"),
    finding("d", "fail"),
    finding("e", "fail")
  ];
  expect(said(findings, ["a", "b", "c", "e", "d"]).map((each) => each[0])).toEqual(["e", "d", "c", "b", "a"]);
});

test("blockers that can't cause it are named beside it", () => {
  const blocker = (check: CheckId, state: Finding["state"]): Finding => finding(check, state, { severity: "blocker" });
  const findings = [blocker("a", "fail"), blocker("b", "refuted"), blocker("c", "confirm"), finding("d", "fail")];
  expect(explain({ findings, pending: [] }, { checks: ["a"] }).others.map(({ check }) => check)).toEqual(["b"]);
});
