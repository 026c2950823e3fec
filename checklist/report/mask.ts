import type { SavedChange } from "../changes/change.ts";
import { BASIS, type Basis } from "../facts/basis.ts";
import type { Changed } from "../judge/changed.ts";
import type { Lapse } from "../judge/confirmation.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import { PAGES } from "../judge/pages.ts";
import type { Candidate } from "../facts/candidates.ts";
import type { People, Person } from "../facts/people.ts";
import type { PlanLine } from "../judge/plan.ts";
import type { Report } from "../judge/report.ts";
import type { Text, Values, Translator } from "../messages/text.ts";
import { maskedValues } from "./mask-values.ts";
import { pseudonymsOf, type Pseudonyms } from "./pseudonyms.ts";

/**
 * The report for somebody who need not know who works there. People, and what the org itself has named, get stand-ins
 * that are the same throughout; other ids, notes, the audit trail's texts and Salesforce's error messages are left out.
 * Dates, counts and states stay, as do Salesforce's own names and the Id of the org: Support asks for it first.
 * @param words the language of the stand-ins
 */
export function masked(report: Report, words: Translator): Report {
  const pseudonyms = pseudonymsOf(report, words);
  const findings = report.findings.map((finding) => maskedFinding(finding, report.people, pseudonyms));
  const keys = new Map(
    report.findings.map((finding, at) => [findingKey(finding), findingKey(findings[at] ?? finding)])
  );
  const keyOf = (key: string): string => keys.get(key) ?? pseudonyms.hidden;
  // Nothing is spread: a field that comes to a report later must be thought of here.
  return {
    schemaVersion: report.schemaVersion,
    at: report.at,
    verdict: report.verdict,
    masked: true,
    counts: report.counts,
    org: report.org && {
      id: report.org.id,
      name: pseudonyms.org,
      sandbox: report.org.sandbox,
      edition: report.org.edition,
      instance: report.org.instance
    },
    // Packages are Salesforce's own. The MID stays like the Id of the org: Support asks for it.
    connection: {
      packages: report.connection.packages,
      apiUsers: report.connection.apiUsers.map((name) => pseudonyms.thing("api-user", name)),
      mid: report.connection.mid
    },
    viewer: report.viewer && asPerson(pseudonyms.person(report.viewer)),
    people: maskedPeople(report.people, pseudonyms),
    first: report.first && keyOf(report.first),
    plan: report.plan.map((line) => maskedLine(line, keyOf)),
    findings,
    // They name what to write, by Id: of use only to whoever may see it.
    changes: [],
    withheld: [],
    made: report.made.map((change) => maskedMade(change, pseudonyms)),
    trail: {
      since: report.trail.since,
      unread: report.trail.unread && {
        case: report.trail.unread.case,
        values: maskedValues(report.trail.unread.values, "app-changes", pseudonyms)
      }
    },
    pending: report.pending
  };
}

const maskedLine = (
  { key, step, state, waitsFor, visits, counts }: PlanLine,
  keyOf: (key: string) => string
): PlanLine => ({
  key,
  step,
  state,
  waitsFor,
  visits: visits.map((visit) => ({
    key: keyOf(visit.key),
    findings: visit.findings.map(keyOf),
    state: visit.state,
    waitsFor: visit.waitsFor
  })),
  counts
});

const asPerson = (standIn: string) => ({ id: standIn, name: standIn, username: standIn });

const maskedPeople = (people: People, pseudonyms: Pseudonyms): People => ({
  systemUser: people.systemUser && maskedPerson(people.systemUser, pseudonyms),
  systemUserChosen: people.systemUserChosen,
  impactedUsers: people.impactedUsers.map((person) => maskedPerson(person, pseudonyms)),
  candidates: people.candidates.map((candidate) => maskedCandidate(candidate, pseudonyms)),
  unknownUsernames: people.unknownUsernames.map((username) => pseudonyms.person({ username }))
});

function maskedPerson(person: Person, pseudonyms: Pseudonyms): Person {
  const standIn = pseudonyms.person(person);
  return {
    id: person.id === null ? null : standIn,
    username: person.username === null ? null : standIn,
    name: person.name === null ? null : standIn,
    role: person.role
  };
}

const maskedCandidate = (candidate: Candidate, pseudonyms: Pseudonyms): Candidate => ({
  ...asPerson(pseudonyms.person(candidate)),
  reasons: maskedTexts(candidate.reasons, pseudonyms),
  against: maskedTexts(candidate.against, pseudonyms)
});

const maskedTexts = (texts: readonly Text[], pseudonyms: Pseudonyms): Text[] =>
  texts.map(({ key, values = {} }) => ({ key, values: maskedValues(values, key, pseudonyms) }));

const maskedFinding = (finding: Finding, people: People, pseudonyms: Pseudonyms): Finding => ({
  check: finding.check,
  step: finding.step,
  subject: finding.subject && maskedPerson(finding.subject, pseudonyms),
  tentative: finding.tentative,
  state: finding.state,
  severity: finding.severity,
  case: finding.case,
  values: {
    ...maskedValues(finding.values, finding.check, pseudonyms),
    ...maskedRoles(finding, people, pseudonyms)
  },
  source: finding.source,
  fix: {
    of: finding.fix.of,
    steps: finding.fix.steps,
    link: finding.fix.link && { page: finding.fix.link.page, address: PAGES[finding.fix.link.page].path }
  },
  basis: finding.basis && maskedBasis(finding.basis, pseudonyms),
  confirmation: finding.confirmation && maskedConfirmation(finding.confirmation, finding, pseudonyms),
  lapsed: finding.lapsed && maskedLapse(finding.lapsed),
  changed: finding.changed && maskedChange(finding.changed, pseudonyms)
});

/** Who was changed by whom gets stand-ins; Salesforce's words may name anything. */
const maskedMade = (change: SavedChange, pseudonyms: Pseudonyms): SavedChange => ({
  operation: change.operation,
  object: change.object,
  recordId: null,
  personId: null,
  permissionSetId: null,
  appId: null,
  field: change.field,
  before: change.before,
  after: change.after,
  finding: change.check,
  check: change.check,
  advice: change.advice,
  effects: [],
  needs: change.needs,
  values: {
    user: pseudonyms.person({ id: change.personId }),
    set: pseudonyms.hidden,
    app: pseudonyms.hidden
  },
  id: change.name,
  name: change.name,
  plan: "",
  position: change.position,
  status: change.status,
  reason: change.reason,
  message: "",
  undoes: null,
  by: pseudonyms.named(change.by),
  byId: "",
  at: change.at
});

/** Names that `judge` gives to every finding: whose they are is known better than by the name. */
const maskedRoles = ({ subject, values }: Finding, { systemUser }: People, pseudonyms: Pseudonyms): Values => ({
  ...(subject && "user" in values ? { user: pseudonyms.person(subject) } : {}),
  ...(systemUser && "systemUser" in values ? { systemUser: pseudonyms.person(systemUser) } : {})
});

const maskedChange = (changed: Changed, pseudonyms: Pseudonyms): Changed => ({
  id: pseudonyms.hidden,
  kind: changed.kind,
  at: changed.at,
  by: changed.by === null ? null : pseudonyms.named(changed.by),
  text: pseudonyms.hidden,
  set: changed.set === null ? null : pseudonyms.thing("permission-set", changed.set)
});

/** An answer that counts is one of ours; another may be anything. */
const maskedConfirmation = (
  confirmation: Confirmation,
  { case: name }: Pick<Finding, "case">,
  pseudonyms: Pseudonyms
): Confirmation => ({
  check: confirmation.check,
  subjectId: confirmation.subjectId === null ? null : pseudonyms.person({ id: confirmation.subjectId }),
  holds: confirmation.holds,
  ...(confirmation.answer === name ? { answer: name } : {}),
  note: confirmation.note && pseudonyms.hidden,
  by: pseudonyms.named(confirmation.by),
  at: confirmation.at,
  basis: maskedBasis(confirmation.basis, pseudonyms)
});

/** A confirmation from a file may name parts that no version knows: such names are somebody's own words. */
const isKnown = (part: string): boolean => Object.hasOwn(BASIS, part);

const maskedBasis = (basis: Basis, { hidden }: Pseudonyms): Basis =>
  Object.fromEntries(
    Object.keys(basis)
      .filter(isKnown)
      .map((part) => [part, hidden])
  );

const maskedLapse = (lapse: Lapse): Lapse =>
  "parts" in lapse ? { why: lapse.why, parts: lapse.parts.filter(isKnown) } : { why: lapse.why };
