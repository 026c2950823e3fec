import { STEP_IDS, type CheckId, type StepId } from "../judge/ids.ts";
import { findingKey, isFailed, isPassed, type Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import type { Report } from "../judge/report.ts";
import { visitsOf, type Visit } from "../judge/visits.ts";

/** How a finding, a step or a person stands at a glance; worst first. Each has one icon and one word. */
export const STATUSES = [
  "blocker",
  "problem",
  "unknown",
  "confirm",
  "warning",
  "note",
  "checking",
  "confirmed",
  "passed",
  "not-applicable"
] as const;
export type Status = (typeof STATUSES)[number];

/** @returns the status; what does not hold and is only advice is a note */
export function statusOf(finding: Pick<Finding, "state" | "severity">): Status {
  const { state, severity } = finding;
  if (state === "pass") return "passed";
  if (state === "confirmed" || state === "not-applicable") return state;
  if (severity === "advice") return "note";
  if (isFailed(finding)) return severity;
  return state === "warn" ? "warning" : (state as "unknown" | "confirm");
}

const worst = (statuses: readonly Status[]): Status | undefined => STATUSES.find((status) => statuses.includes(status));

export interface StepSummary {
  readonly step: StepId;
  readonly status: Status;
  /** Findings of that status. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** @returns every step, in the order shown; one whose evidence is on its way is `checking` unless it is known to be broken */
export function stepsOf(
  report: Pick<Report, "findings" | "pending">,
  stepOf: (check: CheckId) => StepId
): StepSummary[] {
  return STEP_IDS.map((step) => {
    const findings = report.findings.filter((finding) => finding.step === step);
    const waits = report.pending.some((check) => stepOf(check) === step);
    const statuses = findings.map(statusOf);
    const found = worst([...statuses, ...(waits ? (["checking"] as const) : [])]) ?? "not-applicable";
    // A finding that has come in green says nothing about those still to come.
    const status = waits && !["blocker", "problem"].includes(found) ? "checking" : found;
    return { step, status, count: statuses.filter((each) => each === status).length, findings };
  });
}

export interface Matrix {
  readonly checks: readonly CheckId[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly person: Person;
  readonly status: Status;
  readonly toFix: number;
  readonly toWatch: number;
  readonly cells: readonly { readonly check: CheckId; readonly status: Status; readonly finding: string }[];
}

/** @returns people by checks; the system user first, then those worst off */
export function matrixOf({ findings, people }: Report): Matrix {
  const personal = findings.filter(({ subject }) => subject !== null);
  // What is asked of the system user alone has nobody to compare with.
  const shared = personal.filter(({ subject }) => !people.impactedUsers.length || subject?.role === "impacted-user");
  const checks = [...new Set(shared.map(({ check }) => check))];
  const byPerson = new Map<string, Finding[]>();
  for (const finding of personal) {
    const key = personKey(finding.subject as Person);
    byPerson.set(key, [...(byPerson.get(key) ?? []), finding]);
  }
  const rowOf = (person: Person): MatrixRow => {
    const own = byPerson.get(personKey(person)) ?? [];
    const statuses = own.map(statusOf);
    return {
      person,
      status: worst(statuses) ?? "checking",
      toFix: statuses.filter((each) => each === "blocker" || each === "problem").length,
      toWatch: statuses.filter((each) => ["unknown", "confirm", "warning"].includes(each)).length,
      cells: own
        .filter(({ check }) => checks.includes(check))
        .map((finding) => ({
          check: finding.check,
          status: statusOf(finding),
          finding: findingKey(finding)
        }))
    };
  };
  const rank = ({ status, toFix, toWatch }: MatrixRow): number =>
    STATUSES.indexOf(status) * 1e6 - toFix * 1e3 - toWatch;
  const impacted = people.impactedUsers.map(rowOf).sort((a, b) => rank(a) - rank(b));
  return { checks, rows: [...(people.systemUser ? [rowOf(people.systemUser)] : []), ...impacted] };
}

const personKey = ({ id, username, role }: Person): string => `${role}/${id ?? username ?? ""}`;

/**
 * @param findings in order of repair
 * @returns what is left open as visits, worst first, and what is folded away. Advice has visits of its own, the last: it may be
 * left alone
 */
export function openVisits(findings: readonly Finding[]): {
  visits: Visit[];
  toDo: Visit[];
  advice: Visit[];
  folded: Finding[];
} {
  const { open, folded } = openAndFolded(findings);
  const isNote = (finding: Finding): boolean => statusOf(finding) === "note";
  const toDo = visitsOf(open.filter((each) => !isNote(each)));
  const advice = visitsOf(open.filter(isNote));
  return { visits: [...toDo, ...advice], toDo, advice, folded };
}

/**
 * @param findings in order of repair
 * @returns what of a step is left open, worst first, and what is folded away because it holds or does not apply
 */
export function openAndFolded(findings: readonly Finding[]): { open: Finding[]; folded: Finding[] } {
  const rank = (finding: Finding): number => STATUSES.indexOf(statusOf(finding));
  const settled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";
  return {
    open: findings.filter((finding) => !settled(finding)).sort((a, b) => rank(a) - rank(b)),
    folded: findings.filter(settled)
  };
}
