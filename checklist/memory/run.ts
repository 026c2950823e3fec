import type { CheckId, State } from "../engine/check.ts";
import type { Evidence } from "../engine/evidence.ts";
import { rowsOf } from "../engine/evidence.ts";
import type { Finding } from "../engine/finding.ts";
import { isAbout } from "../engine/policies.ts";
import type { Counts, Report, Verdict } from "../engine/report.ts";
import type { Values } from "../engine/text.ts";

/** What MccMemory.keepRun stores in fields, beside the report itself. */
export interface RunToKeep extends Pick<
  Counts,
  "blockers" | "problems" | "unknown" | "toConfirm" | "warnings" | "held"
> {
  readonly verdict: Verdict;
  readonly people: number;
  readonly milliseconds: number;
}

/**
 * A report as it is kept: everything that was found, and nothing that the checklist knows by itself (sources, fixes,
 * sentences). With 2,000 people that is a tenth of the size.
 */
export interface KeptReport {
  readonly schemaVersion: Report["schemaVersion"];
  readonly at: string;
  readonly verdict: Verdict;
  readonly counts: Counts;
  readonly org: Report["org"];
  /** Ids and usernames; findings name them by their place in this list. */
  readonly people: readonly (readonly [id: string | null, username: string | null, role: string])[];
  readonly findings: readonly KeptFinding[];
}

export interface KeptFinding {
  readonly check: CheckId;
  /** Place in `people`, or null. */
  readonly subject: number | null;
  readonly state: State;
  readonly case: string;
  readonly values?: Values;
}

/** @param milliseconds how long the run took, from its start to its last answer */
export function runToKeep({ verdict, counts, people }: Report, milliseconds: number): RunToKeep {
  const { blockers, problems, unknown, toConfirm, warnings, held } = counts;
  const count = people.impactedUsers.length + (people.systemUser ? 1 : 0);
  return { verdict, blockers, problems, unknown, toConfirm, warnings, held, people: count, milliseconds };
}

export function keptReport(report: Report): KeptReport {
  const { schemaVersion, at, verdict, counts, org, people, findings } = report;
  const everyone = [...(people.systemUser ? [people.systemUser] : []), ...people.impactedUsers];
  const places = new Map(everyone.map((person, place) => [person, place]));
  return {
    schemaVersion,
    at,
    verdict,
    counts,
    org,
    people: everyone.map(({ id, username, role }) => [id, username, role] as const),
    findings: findings.map((finding) => ({
      check: finding.check,
      subject: finding.subject ? (places.get(finding.subject) ?? null) : null,
      state: finding.state,
      case: finding.case,
      // What holds is told by its case.
      ...(finding.state === "pass" ? {} : { values: finding.values })
    }))
  };
}

/** @returns the report that was kept, or undefined where the text is not one of this version */
export function readKeptReport(text: string): KeptReport | undefined {
  try {
    const kept = JSON.parse(text) as Partial<KeptReport> | null;
    const whole = kept?.schemaVersion === 1 && Array.isArray(kept.findings) && Array.isArray(kept.people);
    return whole ? (kept as KeptReport) : undefined;
  } catch {
    return undefined;
  }
}

export interface Change {
  readonly finding: Finding;
  /** What it was the last time. */
  readonly was: State;
}

/** @returns what says something else than last time, in the report's order; who or what was not checked then is left out */
export function changesSince(before: KeptReport, { findings }: Report): Change[] {
  const key = (check: CheckId, id: string | null | undefined): string => `${check}/${id ?? ""}`;
  const states = new Map(
    before.findings.map(({ check, subject, state }) => [
      key(check, subject === null ? null : before.people[subject]?.[0]),
      state
    ])
  );
  return findings.flatMap((finding) => {
    const was = states.get(key(finding.check, finding.subject?.id));
    return was === undefined || was === finding.state ? [] : [{ finding, was }];
  });
}

export interface PolicyChange {
  readonly at: string;
  readonly by: string | null;
  /** As the audit trail words it. */
  readonly text: string;
}

/** @returns who changed the app's policies since then, newest first, as far as the audit trail tells */
export function policyChangesSince(since: string, evidence: Evidence, app: string): PolicyChange[] {
  return rowsOf(evidence, "app-policy-changes")
    .filter((row) => isAbout(row.Display, app) && Date.parse(row.CreatedDate) > Date.parse(since))
    .map((row) => ({ at: row.CreatedDate, by: row.CreatedBy?.Name ?? null, text: row.Display ?? "" }));
}
