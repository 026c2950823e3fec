import { ENGLISH as messages } from "../catalogue.ts";
import type { Counts, Verdict } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { countTexts, verdictText } from "./verdict-text.ts";

const words = translatorOf(messages, "en");
const counts = (changes: Partial<Counts> = {}): Counts => ({
  blockers: 0,
  problems: 0,
  unknown: 0,
  toConfirm: 0,
  warnings: 0,
  passed: 0,
  notApplicable: 0,
  notes: 0,
  ...changes
});

test.each<[Verdict, Partial<Counts>, string]>([
  ["blocked", { blockers: 1 }, "verdict.blocked"],
  ["problems", { problems: 2 }, "verdict.problems"],
  ["healthy", { passed: 9 }, "verdict.healthy"],
  ["warnings", { warnings: 1 }, "verdict.warnings.one"],
  ["incomplete", {}, "verdict.nothing-checked"]
])("the verdict %s with %j is one sentence", (verdict, changes, key) => {
  const values = { count: 1 };
  expect(verdictText({ verdict, counts: counts(changes) }, words)).toBe(words.maybe(key, values));
});

test.each<[Partial<Counts>, string]>([
  [{ toConfirm: 1 }, "1 setting needs your confirmation"],
  [{ unknown: 2 }, "2 checks couldn't be completed"],
  [{ toConfirm: 8, unknown: 1 }, "8 settings need your confirmation and 1 check couldn't be completed"]
])("the verdict incomplete with %j names all that is open", (changes, open) => {
  expect(verdictText({ verdict: "incomplete", counts: counts(changes) }, words)).toBe(
    `No problems found so far: ${open}`
  );
});

test("counts are told worst first, without what there is none of", () => {
  const all = counts({
    notApplicable: 8,
    passed: 7,
    notes: 6,
    warnings: 5,
    toConfirm: 4,
    unknown: 3,
    problems: 2,
    blockers: 1
  });
  expect(countTexts({ counts: all }, words).map((text) => text.split(" ")[0])).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8"
  ]);
  expect(countTexts({ counts: counts({ problems: 2 }) }, words)).toEqual(["2 problems"]);
});
