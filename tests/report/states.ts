import { CHECKS, reportOf, type Finding, type Report, type Severity, type State } from "../../checklist/index.ts";
import { countsOf, verdictOf } from "../../checklist/judge/report.ts";
import { situation } from "../../checklist/testing/situation.ts";

/** An org where everything holds that the org itself can show; what only a person can see is left to confirm. */
export const healthyOrg = reportOf(CHECKS, situation());

/** @returns the same report with these findings */
export const withFindings = (findings: readonly Finding[], report: Report = healthyOrg): Report => ({
  ...report,
  findings,
  verdict: verdictOf(findings),
  counts: countsOf(findings)
});

/** @returns a report of two findings: a blocker that holds, then one about a person, in that state and severity */
function reportIn(state: State, severity: Severity): Report {
  const holds = healthyOrg.findings.find((finding) => finding.state === "pass" && finding.severity === "blocker");
  const about = healthyOrg.findings.find(({ check }) => check === "user-active");
  if (!holds || !about) throw new Error("The healthy org lacks the findings that this is made from.");
  return withFindings([holds, { ...about, state, severity }]);
}

/** What a finding comes to in each state, for a blocker, a problem and advice. */
export type ByState<Outcome> = Readonly<Record<State, readonly [blocker: Outcome, problem: Outcome, advice: Outcome]>>;

const SEVERITIES = ["blocker", "problem", "advice"] as const satisfies readonly Severity[];

/** @returns the table's rows, each with a report of a finding in that state */
export const rowsOf = <Outcome>(table: ByState<Outcome>) =>
  (Object.entries(table) as [State, readonly Outcome[]][]).flatMap(([state, outcomes]) =>
    SEVERITIES.map((severity, i) => ({
      what: `${state}, ${severity}`,
      report: reportIn(state, severity),
      outcome: outcomes[i] as Outcome
    }))
  );

const any = [null, null, null] as const;
/** A report for each state and severity. */
export const IN_EACH_STATE = rowsOf<null>({
  pass: any,
  fail: any,
  warn: any,
  confirm: any,
  unknown: any,
  "not-applicable": any,
  confirmed: any,
  refuted: any
});

const everythingPasses = healthyOrg.findings.filter(({ state }) => state === "pass");
const nothingApplies = healthyOrg.findings.map((finding) => ({ ...finding, state: "not-applicable" }) as const);
/** Reports whose verdict is `incomplete` though no finding says why. */
export const UNTOLD: Readonly<Record<string, Report>> = {
  "nothing was judged": withFindings([]),
  "nothing applies": withFindings(nothingApplies),
  "evidence never came": { ...withFindings(everythingPasses), verdict: "incomplete", pending: ["user-license"] }
};
