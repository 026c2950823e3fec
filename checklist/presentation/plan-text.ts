import { findingKey, type Finding } from "../judge/finding.ts";
import type { StepId } from "../judge/ids.ts";
import type { PlanKey, PlanLine } from "../judge/plan.ts";
import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";
import { firstOf } from "./title.ts";

/**
 * @param findings the report's, by `findingKey`
 * @returns the line as an order: "Give 2 people access to …"
 */
export function planLineText(
  { key, visits, counts }: Pick<PlanLine, "key" | "visits" | "counts">,
  findings: ReadonlyMap<string, Finding>,
  words: Translator
): string {
  const own = visits.flatMap((visit) =>
    visit.findings.flatMap((each) => {
      const finding = findings.get(each);
      return finding ? [finding] : [];
    })
  );
  const [first] = own;
  if (!first) return stepName(key, words);
  // One thing is told by its name, and so is what one answer settles.
  if (counts.findings === 1 || (visits.length === 1 && first.fix.of === "common")) return firstOf(first, words);
  if (key === "later") {
    const steps = [...new Set(own.map(({ step }) => stepName(step, words)))];
    // A name may have an "and" of its own.
    return words({ key: "plan.later", values: { steps: steps.join(" · ") } });
  }
  if (key === "unchecked" || key === "watch") return words.plural(`plan.${key}`, counts.findings);
  if (key === "users") return words.plural("plan.users", counts.people);
  if (key === "marketing-cloud") return words.plural("plan.marketing-cloud", counts.findings);
  const app = first.values.app ?? "";
  if (key === "connected-app") return words.plural("plan.app", counts.findings, { app });
  if (own.every(({ check }) => check === "app-access")) return words.plural("plan.access", counts.people, { app });
  return words.plural("plan.step", counts.findings, { step: stepName(key, words) });
}

const stepName = (step: PlanKey | StepId, words: Translator): string => words.maybe(`step.${step}`) ?? step;

/** @returns "After 1 and 3", by the lines' numbers; null for a line that waits for no other */
export function planWaitText(line: PlanLine, plan: readonly PlanLine[], words: Translator): string | null {
  const lines = line.waitsFor.map((key) => String(plan.findIndex((each) => each.key === key) + 1));
  return lines.length ? words({ key: "plan.waits", values: { lines } }) : null;
}

/** @returns the plan's lines as texts: what to do, and behind it what a line that can't be begun waits for */
export function planTexts({ plan, findings }: Pick<Report, "plan" | "findings">, words: Translator): string[] {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return plan.map((line) => {
    const text = planLineText(line, byKey, words);
    const waits = planWaitText(line, plan, words) ?? words({ key: `plan.${line.state}` });
    return line.state === "open" ? text : `${text} (${waits})`;
  });
}
