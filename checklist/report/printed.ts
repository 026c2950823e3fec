import type { Changed } from "../judge/changed.ts";
import type { SavedChange } from "../changes/change.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import type { PlanLine, PlanVisit } from "../judge/plan.ts";
import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";
import { changeTexts } from "../presentation/change-text.ts";
import { planLineText } from "../presentation/plan-text.ts";
import { wordingOf } from "../presentation/wording.ts";

/**
 * A report as JSON, described by docs/report.schema.json. `schemaVersion` counts up when a reader of the old shape
 * would go wrong.
 */
export interface PrintedReport extends Pick<Report, "schemaVersion" | "at" | "verdict" | "masked" | "counts" | "org"> {
  /** The one thing to do first. */
  readonly first: (Pick<PrintedFinding, "check" | "subject"> & { readonly text: string }) | null;
  /** What is left to do, in order of repair: at most six lines. */
  readonly plan: readonly PrintedLine[];
  /** Since when the audit trail was read for who changed what; null where it was not. */
  readonly auditTrailSince: string | null;
  readonly people: {
    /** `confirmed` is false for one that nobody named: the best of the candidates. */
    readonly systemUser: (PrintedPerson & { readonly confirmed: boolean }) | null;
    readonly users: readonly PrintedPerson[];
    readonly candidates: readonly {
      readonly username: string;
      readonly reasons: readonly string[];
      /** What speaks against this user. */
      readonly against: readonly string[];
    }[];
  };
  readonly findings: readonly PrintedFinding[];
  /** What MCC Health has changed in this org, the newest first. */
  readonly changes: readonly PrintedChange[];
}

export interface PrintedChange extends Pick<SavedChange, "at" | "by" | "status" | "reason" | "check"> {
  /** The number of its record. */
  readonly number: string;
  readonly text: string;
  /** Salesforce's own words, where it refused. */
  readonly message: string | null;
  readonly isUndo: boolean;
}

export interface PrintedLine extends Pick<PlanLine, "key" | "step" | "state" | "waitsFor" | "counts"> {
  readonly text: string;
  /** What is mended in one trip to Setup, or settled by one answer. */
  readonly visits: readonly (Pick<PlanVisit, "state" | "waitsFor"> & {
    readonly findings: readonly Pick<PrintedFinding, "check" | "subject">[];
  })[];
}

export type PrintedPerson = Pick<Person, "id" | "username" | "role">;

export interface PrintedFinding extends Pick<
  Finding,
  "check" | "step" | "tentative" | "state" | "severity" | "case" | "values" | "source"
> {
  readonly subject: PrintedPerson | null;
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
  /** A person's word on it; `lapsed` says why it no longer counts. */
  readonly confirmation: {
    readonly holds: boolean;
    /** Which of the check's answers it was; null where only whether it is right was said. */
    readonly answer: string | null;
    readonly by: string;
    readonly at: string;
    readonly note: string;
    readonly lapsed: string | null;
  } | null;
  /** Who last changed what this is about, and the audit trail's own words; null where it does not tell. */
  readonly changed: Pick<Changed, "at" | "by" | "text"> | null;
  readonly fix: {
    /** null where no page would help. */
    readonly page: string | null;
    readonly address: string | null;
    readonly steps: readonly string[];
    readonly risk: string | null;
  };
}

/** @returns the report as data that reads by itself: every text in the language of `words` */
export const printedReport = (report: Report, words: Translator): PrintedReport => ({
  ...printedHead(report, words),
  findings: report.findings.map((finding) => printedFinding(finding, words))
});

/** @returns all but the findings, for whoever prints those one by one */
export function printedHead(report: Report, words: Translator): Omit<PrintedReport, "findings"> {
  const { schemaVersion, at, verdict, masked, counts, plan, org, people, findings } = report;
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const first = report.first === null ? undefined : byKey.get(report.first);
  return {
    schemaVersion,
    at,
    verdict,
    masked,
    counts,
    first: first ? { check: first.check, subject: subjectOf(first), text: wordingOf(first, words).first } : null,
    changes: report.made.map((change) => ({
      number: change.name,
      at: change.at,
      by: change.by,
      text: changeTexts(change, words).order,
      check: change.check,
      status: change.status,
      reason: change.reason,
      message: change.message || null,
      isUndo: change.undoes !== null
    })),
    plan: plan.map(({ key, step, state, waitsFor, visits, counts: left }) => ({
      key,
      step,
      state,
      waitsFor,
      text: planLineText({ key, visits, counts: left }, byKey, words),
      counts: left,
      visits: visits.map((visit) => ({
        state: visit.state,
        waitsFor: visit.waitsFor,
        findings: visit.findings.flatMap((each) => {
          const finding = byKey.get(each);
          return finding ? [{ check: finding.check, subject: subjectOf(finding) }] : [];
        })
      }))
    })),
    org,
    auditTrailSince: report.trail.since,
    people: {
      systemUser: people.systemUser && { ...personOf(people.systemUser), confirmed: people.systemUserChosen },
      users: people.impactedUsers.map(personOf),
      candidates: people.candidates.map(({ username, reasons, against }) => ({
        username,
        reasons: reasons.map(words),
        against: against.map(words)
      }))
    }
  };
}

/** @returns one of the report's findings, likewise */
export function printedFinding(finding: Finding, words: Translator): PrintedFinding {
  const { check, step, tentative, state, severity, values, source, confirmation, changed } = finding;
  const { title, expected, actual, reason, fix, lapsed } = wordingOf(finding, words);
  return {
    check,
    step,
    subject: subjectOf(finding),
    tentative,
    state,
    severity,
    case: finding.case,
    values,
    title,
    expected,
    actual,
    reason,
    source,
    confirmation: confirmation && {
      holds: confirmation.holds,
      answer: confirmation.answer ?? null,
      by: confirmation.by,
      at: confirmation.at,
      note: confirmation.note,
      lapsed
    },
    changed: changed && { at: changed.at, by: changed.by, text: changed.text },
    fix: { page: fix.link, address: finding.fix.link?.address ?? null, steps: fix.steps, risk: fix.risk }
  };
}

const personOf = ({ id, username, role }: Person): PrintedPerson => ({ id, username, role });
const subjectOf = ({ subject }: Finding): PrintedPerson | null => subject && personOf(subject);
