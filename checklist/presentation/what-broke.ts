import { nameOf } from "../facts/people.ts";
import type { Changed } from "../judge/changed.ts";
import { COMMON_FIX } from "../judge/common-fix.ts";
import { isFailed, type Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";

/** What somebody did, and what it explains. */
export interface BreakingChange {
  /** The newest entry of those that are told together. */
  readonly change: Changed;
  /** In the report's order. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** What one person did to many within a day is one thing. */
const keyOf = ({ kind, by, set, at, id }: Changed): string =>
  set === null ? id : JSON.stringify([kind, by, set, at.slice(0, 10)]);

/**
 * @param since when nothing was wrong, ISO 8601: what was done before did not break it. null: nobody knows when
 * @returns what explains that something fails or warns now, in the order of time
 */
export function breakingChangesOf(findings: readonly Finding[], since: string | null): BreakingChange[] {
  const causes = new Map<string, { change: Changed; findings: [Finding, ...Finding[]] }>();
  for (const finding of findings) {
    const { changed } = finding;
    if (!changed || !(isFailed(finding) || finding.state === "warn")) continue;
    if (since !== null && Date.parse(changed.at) <= Date.parse(since)) continue;
    const cause = causes.get(keyOf(changed));
    if (!cause) causes.set(keyOf(changed), { change: changed, findings: [finding] });
    else cause.findings.push(finding);
  }
  return [...causes.values()].sort((a, b) => Date.parse(a.change.at) - Date.parse(b.change.at));
}

/** Of more people than these, a sentence says how many. */
const NAMED = 3;

/** @returns who did what, as a sentence without the day */
export function breakingChangeText({ change, findings: [first, ...more] }: BreakingChange, words: Translator): string {
  const names = [...new Set([first, ...more].flatMap(({ subject }) => (subject ? nameOf(subject) : [])))];
  const user = names.length > NAMED ? words.plural("changed.people", names.length) : names;
  const by = change.by ?? words({ key: "ui.history.somebody" });
  return words({
    key: `changed.${change.kind}`,
    values: { ...first.values, ...(names.length ? { user } : {}), by, set: change.set ?? "" }
  });
}

/** @returns when somebody did what */
export function breakingChangeLine(cause: BreakingChange, words: Translator): string {
  const values = { at: { date: cause.change.at }, what: breakingChangeText(cause, words) };
  return words({ key: "changed.on", values });
}

/** @returns when, by whom, and what the audit trail says, for the card of a finding */
export function changedText({ by, at, text }: Changed, words: Translator): string {
  const values = { by: by ?? words({ key: "ui.history.somebody" }), at: { date: at }, text };
  return words({ key: "changed.entry", values });
}

/** @returns what the list of causes leaves out, and why, as sentences */
export function trailTexts({ trail }: Pick<Report, "trail">, healthy: string | null, words: Translator): string[] {
  const { since, unread } = trail;
  if (unread) {
    const message = words.maybe(`common.fix.${COMMON_FIX[unread.case] ?? "wait"}`, unread.values) ?? "";
    return [words({ key: "ui.broke.unread", values: { message } }).trim()];
  }
  if (since === null || (healthy !== null && Date.parse(since) <= Date.parse(healthy))) return [];
  return [words({ key: "ui.broke.since", values: { at: { date: since } } })];
}
