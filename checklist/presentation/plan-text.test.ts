import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import type { PlanLine } from "../judge/plan.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { situation } from "../testing/situation.ts";
import { planLineText, planTexts } from "./plan-text.ts";
import { firstOf } from "./title.ts";

const words = translatorOf(ENGLISH, "en");
const { findings } = reportOf(CHECKS, situation());
const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
const of = (...checks: string[]): Finding[] => findings.filter(({ check }) => checks.includes(check));
const APP = "Salesforce Marketing Cloud";

type Given = Pick<PlanLine, "key" | "visits" | "counts">;
/** A line of these findings, each a visit of its own; or one visit to all. */
const line = (key: string, own: readonly Finding[], people = 2, isOneVisit = false): Given => {
  const keys = own.map(findingKey);
  const visits = isOneVisit ? [keys] : keys.map((each) => [each]);
  return {
    key: key as PlanLine["key"],
    visits: visits.map((each) => ({ key: each[0] ?? "", findings: each, state: "open", waitsFor: [] })),
    counts: { ...({} as PlanLine["counts"]), findings: own.length, people }
  };
};
const common = of("user-active").map((finding): Finding => ({ ...finding, fix: { ...finding.fix, of: "common" } }));

test.each<[string, Given, string]>([
  ["nothing that is known", line("users", []), words({ key: "step.users" })],
  ["people", line("users", of("user-active")), words.plural("plan.users", 2)],
  [
    "settings in Marketing Cloud",
    line("marketing-cloud", of("api-user-flag", "scope-by-user")),
    words.plural("plan.marketing-cloud", 2)
  ],
  [
    "policies of the app",
    line("connected-app", of("ip-relaxation", "session-level")),
    words.plural("plan.app", 2, { app: APP })
  ],
  ["access to the app", line("access", of("app-access")), words.plural("plan.access", 2, { app: APP })],
  [
    "access and something else",
    line("access", of("app-access", "app-permission-set")),
    words.plural("plan.step", 3, { step: words({ key: "step.access" }) })
  ],
  ["what couldn't be checked", line("unchecked", of("user-active")), words.plural("plan.unchecked", 2)],
  ["what to watch", line("watch", of("user-active")), words.plural("plan.watch", 2)],
  [
    "what comes later, each step once",
    line("later", of("user-active", "app-access")),
    words({
      key: "plan.later",
      values: { steps: `${words({ key: "step.access" })} · ${words({ key: "step.users" })}` }
    })
  ]
])("a line of the plan about %s", (_what, given, expected) => {
  expect(planLineText(given, byKey, words)).toBe(expected);
});

test("a line about one finding, or what one answer settles, is told by its name", () => {
  const [active] = of("user-active") as [Finding];
  expect(planLineText(line("users", [active]), byKey, words)).toBe(firstOf(active, words));
  const shared = new Map(common.map((finding) => [findingKey(finding), finding]));
  expect(planLineText(line("users", common, 2, true), shared, words)).toBe(firstOf(common[0] as Finding, words));
  expect(planLineText(line("users", common), shared, words)).toBe(words.plural("plan.users", 2));
  expect(planLineText(line("users", of("user-active"), 2, true), byKey, words)).toBe(words.plural("plan.users", 2));
});

test("a line that can't be begun says what it waits for", () => {
  const at = (key: string, state: PlanLine["state"], waitsFor: string[]) =>
    ({ ...line(key, of("user-active")), step: "users", state, waitsFor }) as unknown as PlanLine;
  const plan = [at("package", "open", []), at("users", "waiting", ["package"]), at("later", "waiting", [])];
  const [open, waits, unknown] = planTexts({ plan, findings }, words);
  expect(open).not.toContain("(");
  expect(waits).toContain(` (${words({ key: "plan.waits", values: { lines: ["1"] } })})`);
  expect(unknown).toContain(` (${words({ key: "plan.waiting" })})`);
});
