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

test.each<[Verdict, Partial<Counts>, keyof typeof messages]>([
  ["blocked", { blockers: 1 }, "verdict.blocked"],
  ["problems", { problems: 2 }, "verdict.problems"],
  ["healthy", { passed: 9 }, "verdict.healthy"],
  ["warnings", { warnings: 1 }, "verdict.warnings.one"],
  ["incomplete", { unknown: 1, toConfirm: 1 }, "verdict.incomplete.unknown.one"],
  ["incomplete", { toConfirm: 1 }, "verdict.incomplete.confirm.one"]
])("the verdict %s with %j is one sentence", (verdict, changes, key) => {
  const values = { count: 1 };
  expect(verdictText({ verdict, counts: counts(changes) }, words)).toBe(words.maybe(key, values));
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
