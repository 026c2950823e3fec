import { isFailed, isPassed, type Finding } from "../judge/finding.ts";
import type { CheckId } from "../judge/ids.ts";
import type { Report } from "../judge/report.ts";
import type { Complaint } from "./recognize.ts";

/** `explains`: broken now. `maybe`: still to look at. `not`: this is not it. */
export type Outcome = "explains" | "maybe" | "not";

/** A check that can cause what somebody sees. */
export interface Cause {
  readonly check: CheckId;
  readonly outcome: Outcome;
  /** The worst that the check found; null while it waits for evidence. */
  readonly finding: Finding | null;
  /** How many of its findings stand like that. */
  readonly count: number;
}

export interface Explanation {
  /** What would explain it, what is still to look at, what is not it; each in the symptom's order. */
  readonly causes: readonly Cause[];
  /** Blockers that are no cause of this symptom: they stop the connection all the same. */
  readonly others: readonly Finding[];
}

/** Changes no verdict and hides nothing: only the order is the symptom's. */
export function explain(
  { findings, pending }: Pick<Report, "findings" | "pending">,
  { checks }: Pick<Complaint, "checks">
): Explanation {
  const judged = checks.flatMap((check) => judgedOf(check, findings, pending.includes(check)));
  return {
    causes: CAUSE_STATES.flatMap((causeState) => judged.filter((each) => each.causeState === causeState)).map(
      ({ causeState, ...cause }) => ({ ...cause, outcome: OUTCOMES[causeState] })
    ),
    others: findings.filter(
      (finding) => isFailed(finding) && finding.severity === "blocker" && !checks.includes(finding.check)
    )
  };
}

/** Of what is still to look at, what the org shows comes before what nobody has looked at. */
const OUTCOMES = { broken: "explains", suspect: "maybe", open: "maybe", fine: "not" } as const;
type CauseState = keyof typeof OUTCOMES;
const CAUSE_STATES = Object.keys(OUTCOMES) as CauseState[];

interface Judged extends Omit<Cause, "outcome"> {
  readonly causeState: CauseState;
}

/** @returns how a check stands by the worst that it found; nothing where it has nobody to ask about */
function judgedOf(check: CheckId, findings: readonly Finding[], waits: boolean): Judged[] {
  const own = findings.filter((finding) => finding.check === check);
  const causeState = CAUSE_STATES.find((each) => own.some((finding) => causeStateOf(finding) === each));
  if (!causeState) return waits ? [{ check, causeState: "open", finding: null, count: 0 }] : [];
  const worst = own.filter((finding) => causeStateOf(finding) === causeState);
  // What has come in says nothing of what is on its way.
  return [
    {
      check,
      causeState: waits && causeState === "fine" ? "open" : causeState,
      finding: worst[0] ?? null,
      count: worst.length
    }
  ];
}

/** What is found of a guess would explain it only if the guess is right. */
function causeStateOf(finding: Finding): CauseState {
  if (isFailed(finding)) return finding.tentative ? "suspect" : "broken";
  if (finding.state === "warn") return "suspect";
  return (isPassed(finding) && !finding.tentative) || finding.state === "not-applicable" ? "fine" : "open";
}
