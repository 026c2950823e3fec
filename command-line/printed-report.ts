import {
  findingKey,
  wordingOf,
  type Counts,
  type Finding,
  type Person,
  type Report,
  type Source,
  type Words
} from "../checklist/index.ts";

/** A report as JSON: `schemaVersion` counts up when a reader of the old shape would go wrong. */
export interface PrintedReport {
  readonly schemaVersion: number;
  /** When it was judged, ISO 8601. */
  readonly at: string;
  readonly verdict: Report["verdict"];
  readonly counts: Counts;
  /** The one thing to do first. */
  readonly first: (Pick<PrintedFinding, "check" | "subject"> & { readonly text: string }) | null;
  /** null when the org did not tell. */
  readonly org: Report["org"];
  readonly people: {
    /** `confirmed` is false for one that nobody named: the best of the candidates. */
    readonly systemUser: (PrintedPerson & { readonly confirmed: boolean }) | null;
    readonly users: readonly PrintedPerson[];
    readonly candidates: readonly { readonly username: string; readonly reasons: readonly string[] }[];
  };
  readonly findings: readonly PrintedFinding[];
}

export type PrintedPerson = Pick<Person, "id" | "username" | "role">;

export interface PrintedFinding {
  readonly check: Finding["check"];
  readonly step: Finding["step"];
  readonly subject: PrintedPerson | null;
  readonly state: Finding["state"];
  readonly severity: Finding["severity"];
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
  readonly source: Source;
  readonly fix: {
    /** null where no page would help. */
    readonly page: string | null;
    readonly address: string | null;
    readonly steps: readonly string[];
    readonly risk: string | null;
  };
}

/** @returns all but the findings, as data that reads by itself: every text in the language of `words` */
export function printedHead(report: Report, words: Words): Omit<PrintedReport, "findings"> {
  const { schemaVersion, at, verdict, counts, org, people, findings } = report;
  const first = findings.find((finding) => findingKey(finding) === report.first);
  return {
    schemaVersion,
    at,
    verdict,
    counts,
    first: first ? { check: first.check, subject: subjectOf(first), text: wordingOf(first, words).first } : null,
    org,
    people: {
      systemUser: people.systemUser && { ...personOf(people.systemUser), confirmed: people.systemUserChosen },
      users: people.impactedUsers.map(personOf),
      candidates: people.candidates.map(({ username, reasons }) => ({ username, reasons: reasons.map(words) }))
    }
  };
}

/** @returns one of the report's findings, likewise */
export function printedFinding(finding: Finding, words: Words): PrintedFinding {
  const { check, step, state, severity, source } = finding;
  const { title, expected, actual, reason, fix } = wordingOf(finding, words);
  return {
    check,
    step,
    subject: subjectOf(finding),
    state,
    severity,
    title,
    expected,
    actual,
    reason,
    source,
    fix: { page: fix.link, address: finding.fix.link?.address ?? null, steps: fix.steps, risk: fix.risk }
  };
}

const personOf = ({ id, username, role }: Person): PrintedPerson => ({ id, username, role });
const subjectOf = ({ subject }: Finding): PrintedPerson | null => subject && personOf(subject);
