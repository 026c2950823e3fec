import type { Translator } from "../messages/text.ts";
import type { Counts, Report } from "../judge/report.ts";

/** @returns the verdict in one sentence; for a report that is complete */
export function verdictText({ verdict, counts }: Pick<Report, "verdict" | "counts">, words: Translator): string {
  if (verdict === "warnings") return words.plural("verdict.warnings", counts.warnings);
  if (verdict !== "incomplete") return words({ key: `verdict.${verdict}` });
  const open = [
    ...(counts.toConfirm ? [words.plural("verdict.open.confirm", counts.toConfirm)] : []),
    ...(counts.unknown ? [words.plural("verdict.open.unknown", counts.unknown)] : [])
  ];
  return open.length
    ? words({ key: "verdict.incomplete", values: { open } })
    : words({ key: "verdict.nothing-checked" });
}

/** As they are told; the message of each is `<key>.one` and `<key>.other`. */
const COUNT_KEYS = [
  ["blockers", "count.blockers"],
  ["problems", "count.problems"],
  ["unknown", "count.unknown"],
  ["toConfirm", "count.to-confirm"],
  ["warnings", "count.warnings"],
  ["notes", "count.notes"],
  ["passed", "count.passed"],
  ["notApplicable", "count.not-applicable"]
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** @returns `3 blockers`, `2 problems`, …, without what there is none of */
export const countTexts = ({ counts }: Pick<Report, "counts">, words: Translator): string[] =>
  COUNT_KEYS.filter(([count]) => counts[count]).map(([count, key]) => words.plural(key, counts[count]));
