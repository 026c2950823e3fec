import { changeOf, type SetupChange } from "../changes/change.ts";
import type { Text } from "../messages/text.ts";
import type { Check } from "./check.ts";
import { findingKey, type Finding } from "./finding.ts";
import type { CheckId } from "./ids.ts";
import type { ProposedMend } from "./judge.ts";
import { inOrderOfPlan, preconditions, type PlanLine } from "./plan.ts";

export interface WithheldChange {
  readonly finding: string;
  readonly why: Text;
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly mends: readonly ProposedMend[];
  readonly pending: readonly CheckId[];
}

/**
 * @returns what may be written now, in the order of the plan, then what is only advice; and why something can't be. What
 * waits in the plan is not offered: it does harm or no good. What waits for a guess to be confirmed says so.
 */
export function offeredOf(
  checks: readonly Check[],
  plan: readonly PlanLine[],
  { findings, mends, pending }: Judged
): { readonly changes: readonly SetupChange[]; readonly withheld: readonly WithheldChange[] } {
  const open = plan.map((line) => ({ ...line, visits: line.visits.filter(({ state }) => state === "open") }));
  const unmetOf = preconditions(checks, findings, pending);
  const advice = findings.filter((finding) => finding.severity === "advice" && !unmetOf(finding).length);
  // There may be thousands of both.
  const places = new Map([...inOrderOfPlan({ plan: open, findings }), ...advice].map((finding, at) => [finding, at]));
  const placeOf = ({ finding }: ProposedMend): number => places.get(finding) ?? places.size;
  const offered = mends
    .filter(({ finding }) => places.has(finding) || finding.tentative)
    .sort((a, b) => placeOf(a) - placeOf(b));
  return {
    changes: offered.flatMap(({ finding, mend }) => ("withheld" in mend ? [] : changeOf(mend, aboutOf(finding)))),
    withheld: offered.flatMap(({ finding, mend }) =>
      "withheld" in mend ? { finding: findingKey(finding), why: mend.withheld } : []
    )
  };
}

/** @returns what a change takes from the finding that it mends; other names in its sentence come from the check */
export const aboutOf = (finding: Finding) => ({
  finding: findingKey(finding),
  check: finding.check,
  advice: finding.severity === "advice",
  values: Object.fromEntries(
    ["user", "app"].flatMap((name) => {
      const value = finding.values[name];
      return value === undefined ? [] : [[name, value]];
    })
  )
});
