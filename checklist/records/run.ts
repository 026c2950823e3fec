import { STATES, type State } from "../judge/check.ts";
import type { CheckId } from "../judge/ids.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Finding } from "../judge/finding.ts";
import { entriesAbout } from "../facts/policies.ts";
import { SCHEMA_VERSION, type Counts, type Report, type Verdict } from "../judge/report.ts";
import type { RowOf } from "../evidence/query.ts";
import type { Values } from "../messages/text.ts";
import type { savedRuns } from "../queries/saved-runs.ts";
import { isOfOrg } from "./org-mark.ts";

/** What MccRecordsController.saveRun stores in fields, beside the report itself. */
export interface RunToSave extends Pick<
  Counts,
  "blockers" | "problems" | "unknown" | "toConfirm" | "warnings" | "passed"
> {
  readonly verdict: Verdict;
  readonly people: number;
  readonly milliseconds: number;
}

/**
 * A report as it is saved: everything that was found, and nothing that the checklist knows by itself (sources, fixes,
 * sentences). What most people share is said once for each check. So the report of 2,000 people fits where Apex has
 * room for 2 MB, as long as most of them are alike.
 */
export interface SavedReport {
  readonly schemaVersion: Report["schemaVersion"];
  readonly at: string;
  readonly verdict: Verdict;
  readonly counts: Counts;
  readonly org: Report["org"];
  /** Ids and usernames; findings name them by their place in this list. */
  readonly people: readonly (readonly [id: string | null, username: string | null, role: string])[];
  /** How most people stand who are not named below, where that needs no mending. */
  readonly usual: Readonly<Partial<Record<CheckId, Usual>>>;
  readonly findings: readonly SavedFinding[];
}

export interface Usual extends Pick<Finding, "state" | "case"> {
  /** How many people. */
  readonly count: number;
}

export interface SavedFinding {
  readonly check: CheckId;
  /** Place in `people`, or null. */
  readonly subject: number | null;
  readonly state: State;
  readonly case: string;
  readonly values?: Values;
}

/** @param milliseconds how long the run took, from its start to its last answer */
export function runToSave({ verdict, counts, people }: Report, milliseconds: number): RunToSave {
  const { blockers, problems, unknown, toConfirm, warnings, passed } = counts;
  const count = people.impactedUsers.length + (people.systemUser ? 1 : 0);
  return { verdict, blockers, problems, unknown, toConfirm, warnings, passed, people: count, milliseconds };
}

export function savedReport(report: Report): SavedReport {
  const { schemaVersion, at, verdict, counts, org, people, findings } = report;
  const everyone = [...(people.systemUser ? [people.systemUser] : []), ...people.impactedUsers];
  const places = new Map(everyone.map((person, place) => [person, place]));
  const usual = usualOf(findings);
  return {
    schemaVersion,
    at,
    verdict,
    counts,
    org,
    people: everyone.map(({ id, username, role }) => [id, username, role] as const),
    usual,
    findings: findings
      .filter((finding) => !(canBeUsual(finding) && isSame(finding, usual[finding.check])))
      .map((finding) => ({
        check: finding.check,
        subject: finding.subject ? (places.get(finding.subject) ?? null) : null,
        state: finding.state,
        case: finding.case,
        // What holds is told by its case.
        ...(finding.state === "pass" ? {} : { values: finding.values })
      }))
  };
}

const isSame = (finding: Finding, usual: Usual | undefined): boolean =>
  finding.state === usual?.state && finding.case === usual.case;

const canBeUsual = ({ subject, state }: Finding): boolean =>
  subject !== null && (state === "pass" || state === "not-applicable");

/** @returns for each check about people the most frequent way in which it holds or does not apply */
function usualOf(findings: readonly Finding[]): SavedReport["usual"] {
  const counted = new Map<string, Usual & { readonly check: CheckId }>();
  for (const finding of findings.filter(canBeUsual)) {
    const { check, state, case: caseName } = finding;
    const key = `${check}/${state}/${caseName}`;
    counted.set(key, { check, state, case: caseName, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const rarestFirst = [...counted.values()].sort((a, b) => a.count - b.count);
  return Object.fromEntries(rarestFirst.map(({ check, ...usual }) => [check, usual]));
}

/** @returns the report that was saved, or undefined where the text is not one of this version */
export function readSavedReport(text: string): SavedReport | undefined {
  try {
    const saved: unknown = JSON.parse(text);
    return isSavedReport(saved) ? saved : undefined;
  } catch {
    return undefined;
  }
}

type Unread = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unread =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown, fits: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
const isText = (value: unknown): boolean => typeof value === "string";

/** Whatever reads a saved report may rely on all of this. */
const isSavedReport = (saved: unknown): saved is SavedReport =>
  isRecord(saved) &&
  saved.schemaVersion === SCHEMA_VERSION &&
  isText(saved.at) &&
  isText(saved.verdict) &&
  isRecord(saved.counts) &&
  isList(saved.people, isSavedPerson) &&
  isRecord(saved.usual) &&
  Object.values(saved.usual).every((usual) => isRecord(usual) && isState(usual.state) && isText(usual.case)) &&
  isList(saved.findings, isSavedFinding);

const isSavedPerson = (person: unknown): boolean =>
  isList(person, (each) => each === null || isText(each)) && (person as unknown[]).length === 3;

const isSavedFinding = (finding: unknown): boolean =>
  isRecord(finding) &&
  isText(finding.check) &&
  (finding.subject === null || typeof finding.subject === "number") &&
  isState(finding.state) &&
  isText(finding.case) &&
  (finding.values === undefined || isRecord(finding.values));

const isState = (state: unknown): boolean => (STATES as readonly unknown[]).includes(state);

/** @returns the runs that were saved in this org, in the order in which they came */
export const runsIn = (
  rows: readonly RowOf<typeof savedRuns>[],
  orgId: string | undefined
): RowOf<typeof savedRuns>[] => rows.filter(({ Org__c }) => isOfOrg(Org__c, orgId));

/** Whether the run found nothing wrong, and nothing that it couldn't read: what is to confirm, nobody had seen to be wrong. */
export const isWithoutProblems = ({ Verdict__c, Unknown__c }: RowOf<typeof savedRuns>): boolean =>
  Verdict__c === "healthy" || Verdict__c === "warnings" || (Verdict__c === "incomplete" && Unknown__c === 0);

/**
 * @param runs saved ones, the newest first
 * @returns when the newest run without problems was, and the first with problems after it: ISO 8601, null where none is saved
 */
export function brokenSince(runs: readonly RowOf<typeof savedRuns>[]): {
  readonly healthyAt: string | null;
  readonly brokenAt: string | null;
} {
  const at = runs.findIndex(isWithoutProblems);
  const since = at < 0 ? runs : runs.slice(0, at);
  const broken = since.filter(({ Verdict__c }) => Verdict__c === "blocked" || Verdict__c === "problems").at(-1);
  return { healthyAt: runs[at]?.CreatedDate ?? null, brokenAt: broken?.CreatedDate ?? null };
}

/** @returns whether a saved run has the same numbers, so that it can be the same: only then is its report worth reading */
export const hasNumbersOf = (run: RowOf<typeof savedRuns>, report: Report): boolean => {
  const { verdict, blockers, problems, unknown, toConfirm, warnings, passed, people } = runToSave(report, 0);
  return (
    run.Verdict__c === verdict &&
    run.Blockers__c === blockers &&
    run.Problems__c === problems &&
    run.Unknown__c === unknown &&
    run.To_Confirm__c === toConfirm &&
    run.Warnings__c === warnings &&
    run.Passed__c === passed &&
    run.People__c === people
  );
};

/** @returns whether the report finds what the saved one found; values may tell the time, which goes on by itself */
export const saysTheSame = (before: SavedReport, report: Report): boolean =>
  JSON.stringify(foundIn(savedReport(report))) === JSON.stringify(foundIn(before));

const foundIn = ({ verdict, people, usual, findings }: SavedReport) => ({
  verdict,
  people,
  usual,
  findings: findings.map(({ check, subject, state, case: name }) => [check, subject, state, name])
});

export interface PolicyChange {
  readonly at: string;
  readonly by: string | null;
  /** As the audit trail words it. */
  readonly text: string;
}

/** @returns who changed the app's policies since then, newest first, as far as the audit trail tells */
export function policyChangesSince(
  since: string,
  evidence: Evidence,
  app: Parameters<typeof entriesAbout>[0]
): PolicyChange[] {
  return entriesAbout(app, evidence)
    .filter((row) => Date.parse(row.CreatedDate) > Date.parse(since))
    .map((row) => ({ at: row.CreatedDate, by: row.CreatedBy?.Name ?? null, text: row.Display }));
}
