import type { Role } from "../facts/people.ts";
import type { State } from "../judge/check.ts";
import type { CheckId } from "../judge/ids.ts";
import type { Values } from "../messages/text.ts";
import type { Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { SavedReport } from "./run.ts";

export interface ComparedPerson {
  readonly id: string | null;
  readonly username: string | null;
  readonly role: Role;
}

export interface ComparedFinding {
  readonly check: CheckId;
  readonly subject: ComparedPerson | null;
  readonly state: State;
  readonly case: string;
  /** Absent where they were not saved. */
  readonly values?: Values | undefined;
}

/** As much of a report as is compared: a report, a printed one, or a saved one. */
export interface Compared<Found extends ComparedFinding = ComparedFinding> {
  readonly at: string;
  readonly masked: boolean;
  readonly org: { readonly id: string } | null;
  readonly people: readonly ComparedPerson[];
  readonly findings: readonly Found[];
}

export interface Difference<Before extends ComparedFinding, After extends ComparedFinding> {
  readonly before: Before;
  readonly after: After;
  /** The values that differ, by name. */
  readonly values: readonly string[];
}

export interface Comparison<Before extends ComparedFinding, After extends ComparedFinding> {
  /** In the order of the later report. */
  readonly differences: readonly Difference<Before, After>[];
  /** The system users, where they are not the same. */
  readonly systemUser: { readonly before: string | null; readonly after: string | null } | null;
  /** Who was checked in one of them only. */
  readonly people: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Which checks only one of them has. */
  readonly checks: { readonly before: readonly CheckId[]; readonly after: readonly CheckId[] };
  /** How many findings are unknown in both: whether they differ, nobody can tell. */
  readonly unknown: number;
}

/**
 * Compares by check and evidence: in any order, and without what the time alone changes. People are the same by their Id
 * in one org, else by their username, also with the name that a sandbox appends to it; the system user is the same by
 * being it. Of masked reports, only the system user is known to be the same, and no value is.
 */
export function compare<Before extends ComparedFinding, After extends ComparedFinding>(
  before: Compared<Before>,
  after: Compared<After>
): Comparison<Before, After> {
  const isMasked = before.masked || after.masked;
  const same = matched(before, after);
  const earlier = new Map(before.findings.map((finding) => [keyOf(finding, finding.subject), finding]));
  const listed = new Set<string>();
  let unknown = 0;
  const differences = after.findings.flatMap((finding): Difference<Before, After>[] => {
    const subject = finding.subject && (same.get(nameOf(finding.subject)) ?? null);
    if (finding.subject && !subject) return [];
    const was = earlier.get(keyOf(finding, subject));
    if (!was) return [];
    if (was.state === "unknown" && finding.state === "unknown") unknown += 1;
    // What has nothing to say in both differs in nothing, whatever the reason.
    const isOther = was.state !== finding.state || (was.case !== finding.case && finding.state !== "not-applicable");
    const values = isMasked ? [] : differing(was, finding);
    // One value may stand in many findings.
    const isNew = values.some((name) => !listed.has(valueKey(name, was, finding)));
    for (const name of values) listed.add(valueKey(name, was, finding));
    return isOther || isNew ? [{ before: was, after: finding, values }] : [];
  });
  const paired = new Set([...same.values()].map(nameOf));
  const impacted = (people: readonly ComparedPerson[], isAlone: (name: string) => boolean): string[] =>
    people.filter((person) => person.role === "impacted-user" && isAlone(nameOf(person))).map(shownName);
  const checksOf = ({ findings }: Compared): Set<CheckId> => new Set(findings.map(({ check }) => check));
  const [checksBefore, checksAfter] = [checksOf(before), checksOf(after)];
  return {
    differences,
    systemUser: isMasked ? null : otherSystemUser(before, after),
    people: isMasked
      ? { before: [], after: [] }
      : {
          before: impacted(before.people, (name) => !paired.has(name)),
          after: impacted(after.people, (name) => !same.has(name))
        },
    checks: {
      before: [...checksBefore].filter((check) => !checksAfter.has(check)),
      after: [...checksAfter].filter((check) => !checksBefore.has(check))
    },
    unknown
  };
}

const nameOf = ({ id, username, role }: ComparedPerson): string => `${role}/${id ?? username ?? ""}`;
const shownName = ({ id, username }: ComparedPerson): string => username ?? id ?? "";
const keyOf = ({ check }: ComparedFinding, subject: ComparedPerson | null): string =>
  subject ? `${check}/${nameOf(subject)}` : check;

/** @returns the people of the later report, by name, with who they are in the earlier one */
function matched(before: Compared, after: Compared): Map<string, ComparedPerson> {
  const left = new Set(before.people);
  const found = new Map<string, ComparedPerson>();
  const pair = (person: ComparedPerson, other: ComparedPerson | undefined): void => {
    if (!other || !left.delete(other)) return;
    found.set(nameOf(person), other);
  };
  const match = (traceOf: (person: ComparedPerson) => string | null): void => {
    const byTrace = new Map([...left].map((person) => [traceOf(person), person]));
    for (const person of after.people) {
      const trace = traceOf(person);
      if (trace !== null && !found.has(nameOf(person))) pair(person, byTrace.get(trace));
    }
  };
  match(({ role }) => (role === "system-user" ? role : null));
  if (before.masked || after.masked) return found;
  if (isOneOrg(before, after)) match(({ id }) => id && id.slice(0, ID_LENGTH));
  match((person) => lower(person) || null);
  if (isOneOrg(before, after)) return found;
  for (const person of after.people)
    if (!found.has(nameOf(person)))
      pair(
        person,
        [...left].find((other) => isCopyOfOther(other, person))
      );
  return found;
}

const lower = ({ username }: ComparedPerson): string => (username ?? "").toLowerCase();
const isCopy = (one: string, copy: string): boolean => copy.startsWith(`${one}.`);
/** A sandbox appends its name: ada@example.com.uat. */
const isCopyOfOther = (one: ComparedPerson, other: ComparedPerson): boolean =>
  isCopy(lower(one), lower(other)) || isCopy(lower(other), lower(one));

/** Salesforce writes an Id with 15 characters, or with three more that tell capitals apart. */
const ID_LENGTH = 15;
const isSameId = (one: string, other: string): boolean => one.slice(0, ID_LENGTH) === other.slice(0, ID_LENGTH);

/** @returns whether both are of one org, so that what was done between them can explain what differs */
export const isOneOrg = (before: Compared, after: Compared): boolean =>
  before.org !== null && after.org !== null && isSameId(before.org.id, after.org.id);

function otherSystemUser(before: Compared, after: Compared) {
  const [one, other] = [before, after].map(({ people }) => people.find(({ role }) => role === "system-user"));
  if (!one || !other)
    return one === other ? null : { before: one ? shownName(one) : null, after: other ? shownName(other) : null };
  const isSame =
    isOneOrg(before, after) && one.id !== null && other.id !== null
      ? isSameId(one.id, other.id)
      : lower(one) === lower(other) || isCopyOfOther(one, other);
  return isSame ? null : { before: shownName(one), after: shownName(other) };
}

/** Who it is about is told by the subject; who confirmed it is no setting. */
const NOT_COMPARED = ["user", "systemUser", "by"];
/** They count what was looked at: what happened in the last days, which grows and shrinks with the time alone, and users. */
const MOVING = [
  "app-changes.count",
  "package-jobs.count",
  "send-errors.count",
  "shared-mc-user.count",
  "user-logins.count"
];

function differing(before: ComparedFinding, after: ComparedFinding): string[] {
  const { values: one } = before;
  const { values: other } = after;
  // What was saved of a finding that passed has no values.
  if (!one || !other) return [];
  // One that is there on one side only belongs to something else that differs, and is told with that.
  return Object.keys(other).filter(
    (name) =>
      one[name] !== undefined &&
      !NOT_COMPARED.includes(name) &&
      !MOVING.includes(`${after.check}.${name}`) &&
      textOf(one[name]) !== textOf(other[name])
  );
}

/** Lists are compared in any order, and dates not at all. */
function textOf(value: Values[string] | undefined): string {
  if (typeof value !== "object") return JSON.stringify(value);
  return JSON.stringify([...("texts" in value ? value.texts : Array.isArray(value) ? value : [])].sort());
}

const valueKey = (name: string, before: ComparedFinding, after: ComparedFinding): string =>
  JSON.stringify([name, textOf(before.values?.[name]), textOf(after.values?.[name])]);

/** @returns a saved report as what can be compared with a report that has these findings: what most people share is said again */
export function comparedOf(saved: SavedReport, findings: readonly ComparedFinding[]): Compared {
  const people = saved.people.map(([id, username, role]): ComparedPerson => ({ id, username, role: role as Role }));
  const named = saved.findings.map(({ check, subject, state, case: name, values }): ComparedFinding => {
    return { check, subject: subject === null ? null : (people[subject] ?? null), state, case: name, values };
  });
  const known = new Set(named.map((finding) => keyOf(finding, finding.subject)));
  const roles = new Set(findings.flatMap(({ check, subject }) => (subject ? `${check}/${subject.role}` : [])));
  const usual = Object.entries(saved.usual).flatMap(([check, found]) =>
    people.flatMap((subject): ComparedFinding[] => {
      const finding = { check, subject, state: found?.state ?? "unknown", case: found?.case ?? "" };
      return roles.has(`${check}/${subject.role}`) && !known.has(keyOf(finding, subject)) ? [finding] : [];
    })
  );
  return { at: saved.at, masked: false, org: saved.org, people, findings: [...named, ...usual] };
}

/** @returns a report as what can be compared */
export const comparedReport = ({ at, masked, org, people, findings }: Report): Compared<Finding> => ({
  at,
  masked,
  org,
  people: [...(people.systemUser ? [people.systemUser] : []), ...people.impactedUsers],
  findings
});

export interface Change {
  readonly finding: Finding;
  /** What it was the last time. */
  readonly was: State;
}

/** @returns what says something else than last time, in the report's order; who or what was not checked then is left out */
export const changesSince = (before: SavedReport, report: Report): Change[] =>
  compare(comparedOf(before, report.findings), comparedReport(report))
    .differences.filter((difference) => difference.before.state !== difference.after.state)
    .map(({ before: { state: was }, after: finding }) => ({ finding, was }));
