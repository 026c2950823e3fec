import { STEP_IDS, type CheckId, type StepId } from "../judge/ids.ts";
import { findingKey, isBroken, isHeld, type Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import type { Report } from "../judge/report.ts";

/** How a finding, a step or a person stands at a glance; worst first. Each has one icon and one word. */
export const STANDINGS = [
  "blocker",
  "problem",
  "unknown",
  "confirm",
  "warning",
  "note",
  "checking",
  "confirmed",
  "holds",
  "not-applicable"
] as const;
export type Standing = (typeof STANDINGS)[number];

/** @returns the standing; what does not hold and is only advice is a note */
export function standingOf(finding: Finding): Standing {
  const { state, severity } = finding;
  if (state === "pass") return "holds";
  if (state === "confirmed" || state === "not-applicable") return state;
  if (severity === "advice") return "note";
  if (isBroken(finding)) return severity;
  return state === "warn" ? "warning" : (state as "unknown" | "confirm");
}

const worst = (standings: readonly Standing[]): Standing | undefined =>
  STANDINGS.find((standing) => standings.includes(standing));

export interface StepSummary {
  readonly step: StepId;
  readonly standing: Standing;
  /** Findings of that standing. */
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
    const standings = findings.map(standingOf);
    const found = worst([...standings, ...(waits ? (["checking"] as const) : [])]) ?? "not-applicable";
    // A finding that has come in green says nothing about those still to come.
    const standing = waits && !["blocker", "problem"].includes(found) ? "checking" : found;
    return { step, standing, count: standings.filter((each) => each === standing).length, findings };
  });
}

export interface Matrix {
  readonly checks: readonly CheckId[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly person: Person;
  readonly standing: Standing;
  readonly toFix: number;
  readonly toWatch: number;
  readonly cells: readonly { readonly check: CheckId; readonly standing: Standing; readonly finding: string }[];
}

/** @returns people by checks; the system user first, then those worst off */
export function matrixOf({ findings, people }: Report): Matrix {
  const personal = findings.filter(({ subject }) => subject !== null);
  const checks = [...new Set(personal.map(({ check }) => check))];
  const byPerson = new Map<string, Finding[]>();
  for (const finding of personal) {
    const key = personKey(finding.subject as Person);
    byPerson.set(key, [...(byPerson.get(key) ?? []), finding]);
  }
  const rowOf = (person: Person): MatrixRow => {
    const own = byPerson.get(personKey(person)) ?? [];
    const standings = own.map(standingOf);
    return {
      person,
      standing: worst(standings) ?? "checking",
      toFix: standings.filter((each) => each === "blocker" || each === "problem").length,
      toWatch: standings.filter((each) => ["unknown", "confirm", "warning"].includes(each)).length,
      cells: own.map((finding) => ({
        check: finding.check,
        standing: standingOf(finding),
        finding: findingKey(finding)
      }))
    };
  };
  const rank = ({ standing, toFix, toWatch }: MatrixRow): number =>
    STANDINGS.indexOf(standing) * 1e6 - toFix * 1e3 - toWatch;
  const impacted = people.impactedUsers.map(rowOf).sort((a, b) => rank(a) - rank(b));
  return { checks, rows: [...(people.systemUser ? [rowOf(people.systemUser)] : []), ...impacted] };
}

const personKey = ({ id, username, role }: Person): string => `${role}/${id ?? username ?? ""}`;

/**
 * @param findings in order of repair
 * @returns what of a step is left open, worst first, and what is folded away because it holds or does not apply
 */
export function openAndFolded(findings: readonly Finding[]): { open: Finding[]; folded: Finding[] } {
  const rank = (finding: Finding): number => STANDINGS.indexOf(standingOf(finding));
  const settled = (finding: Finding): boolean => isHeld(finding) || finding.state === "not-applicable";
  return {
    open: findings.filter((finding) => !settled(finding)).sort((a, b) => rank(a) - rank(b)),
    folded: findings.filter(settled)
  };
}
