import { counting, isFailed, isPassed, type Finding, type Severity, type State } from "../checklist/index.ts";
import type { CheckedOrg } from "./checked-org.ts";

/** The lowest severity that makes a run fail. */
export const THRESHOLDS = ["blocker", "problem", "warning"] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** The run itself failed, for one org at least: nothing was judged there. */
export const FAILED = 3;

const COUNTED: Readonly<Record<Threshold, readonly Severity[]>> = {
  blocker: ["blocker"],
  problem: ["blocker", "problem"],
  warning: ["blocker", "problem"]
};
const OPEN: readonly State[] = ["unknown", "confirm"];

/**
 * @returns 0 where nothing from the threshold on is wrong, 1 where something is, 2 where something is unknown or to confirm,
 * 3 where an org could not be checked; of several orgs, the first of 3, 1, 2, 0 that occurs
 */
export function exitCodeOf(orgs: readonly CheckedOrg[], threshold: Threshold): 0 | 1 | 2 | 3 {
  const codes = orgs.map((org) => ("report" in org ? codeOf(org.report.findings, threshold) : FAILED));
  return ([FAILED, 1, 2] as const).find((code) => codes.includes(code)) ?? 0;
}

function codeOf(findings: readonly Finding[], threshold: Threshold): 0 | 1 | 2 {
  const counted = counting(findings);
  const isWrong = (finding: Finding): boolean =>
    (isFailed(finding) && COUNTED[threshold].includes(finding.severity)) ||
    (threshold === "warning" && finding.state === "warn");
  if (counted.some(isWrong)) return 1;
  // The threshold is for what is wrong: what is unknown may be a blocker. No judged finding: the result is unknown.
  return counted.some(({ state }) => OPEN.includes(state)) || !counted.some(isPassed) ? 2 : 0;
}
