import { rowsOf } from "../evidence/evidence.ts";
import type { SavedChange, SetupChange } from "../changes/change.ts";
import { connectionOf, type Connection } from "../facts/connection.ts";
import type { People } from "../facts/people.ts";
import { organization } from "../queries/organization.ts";
import { viewer } from "../queries/viewer.ts";
import { trailIn, type Trail } from "./changed.ts";
import type { Check } from "./check.ts";
import { isFailed, isPassed, type Finding } from "./finding.ts";
import type { CheckId } from "./ids.ts";
import { judge, type Situation } from "./judge.ts";
import { offeredOf, type WithheldChange } from "./offered.ts";
import { firstOf, planOf, type PlanLine } from "./plan.ts";

export const SCHEMA_VERSION = 1;

/** What a report says beside its findings. */
export const REPORT_QUERIES = [organization, viewer];

/** The first that applies. Only `healthy` may be drawn green. */
export type Verdict = "blocked" | "problems" | "incomplete" | "warnings" | "healthy";

export interface Counts {
  readonly blockers: number;
  readonly problems: number;
  readonly unknown: number;
  readonly toConfirm: number;
  readonly warnings: number;
  readonly passed: number;
  readonly notApplicable: number;
  /** Findings of severity advice that do not hold: shown, never counted in the verdict. */
  readonly notes: number;
}

/** A run's findings and verdict: plain data, the same from the tab, the command line and the local page. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** When it was judged, ISO 8601. */
  readonly at: string;
  readonly verdict: Verdict;
  /** Whether pseudonyms took the place of names: see `report/mask.ts`. */
  readonly masked: boolean;
  readonly counts: Counts;
  readonly org: {
    readonly id: string;
    readonly name: string;
    readonly sandbox: boolean;
    /** As Salesforce calls it, "Enterprise Edition"; null where the org did not tell. */
    readonly edition: string | null;
    readonly instance: string | null;
  } | null;
  readonly connection: Connection;
  readonly viewer: { readonly id: string; readonly name: string; readonly username: string } | null;
  readonly people: People;
  /** `findingKey` of the one thing to do first, in the plan's first line that is open; null where none is. */
  readonly first: string | null;
  /** What is left to do, in order of repair. */
  readonly plan: readonly PlanLine[];
  readonly findings: readonly Finding[];
  /** What may be written to setup objects now, in the order of the plan; and why what could be may not. */
  readonly changes: readonly SetupChange[];
  readonly withheld: readonly WithheldChange[];
  /** What MCC Health has changed in this org before, the newest first. */
  readonly made: readonly SavedChange[];
  /** How far back the audit trail tells who changed what. */
  readonly trail: Trail;
  /** Checks that wait for evidence; empty when the run is complete. */
  readonly pending: readonly CheckId[];
}

/** Pure: gathers nothing, reads no clock. */
export function reportOf(checks: readonly Check[], situation: Situation): Report {
  const judgement = judge(checks, situation);
  const { people, findings, pending } = judgement;
  const plan = planOf(checks, findings, pending);
  const [org] = rowsOf(situation.evidence, organization);
  const [person] = rowsOf(situation.evidence, viewer);
  return {
    schemaVersion: SCHEMA_VERSION,
    at: situation.now.toISOString(),
    verdict: pending.length && verdictOf(findings) !== "blocked" ? "incomplete" : verdictOf(findings),
    masked: false,
    counts: countsOf(findings),
    org: org
      ? {
          id: org.Id,
          name: org.Name,
          sandbox: org.IsSandbox,
          edition: org.OrganizationType ?? null,
          instance: org.InstanceName ?? null
        }
      : null,
    connection: connectionOf(situation.evidence),
    viewer: person ? { id: person.Id, name: person.Name, username: person.Username } : null,
    people,
    first: firstOf(plan, findings),
    plan,
    findings,
    ...offeredOf(checks, plan, judgement),
    made: situation.made ?? [],
    trail: trailIn(situation.evidence, situation.now),
    pending
  };
}

/** @returns the findings that the verdict goes by: advice and what is found of a guess do not decide it */
export const counting = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity, tentative }) => severity !== "advice" && !tentative);

export function verdictOf(findings: readonly Finding[]): Verdict {
  const scored = counting(findings);
  if (scored.some((finding) => isFailed(finding) && finding.severity === "blocker")) return "blocked";
  if (scored.some(isFailed)) return "problems";
  if (scored.some(({ state }) => state === "unknown" || state === "confirm")) return "incomplete";
  if (scored.some(({ state }) => state === "warn")) return "warnings";
  // No judged finding: the result is unknown.
  return scored.some(isPassed) ? "healthy" : "incomplete";
}

export function countsOf(findings: readonly Finding[]): Counts {
  const scored = counting(findings);
  const count = (test: (finding: Finding) => boolean): number => scored.filter(test).length;
  return {
    blockers: count((finding) => isFailed(finding) && finding.severity === "blocker"),
    problems: count((finding) => isFailed(finding) && finding.severity === "problem"),
    unknown: count(({ state }) => state === "unknown"),
    toConfirm: count(({ state }) => state === "confirm"),
    warnings: count(({ state }) => state === "warn"),
    passed: findings.filter(isPassed).length,
    notApplicable: findings.filter(({ state }) => state === "not-applicable").length,
    notes: findings.filter(
      (finding) => finding.severity === "advice" && !isPassed(finding) && finding.state !== "not-applicable"
    ).length
  };
}
