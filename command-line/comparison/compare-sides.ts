import { Messages } from "@salesforce/core";
import { compare, isOneOrg, statusOf, type Severity, type State, type Translator } from "../../checklist/index.ts";
import { oneLine } from "../formats/plain-text.ts";
import type { Side, SideFinding } from "./side.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.compare");

interface SideHead {
  /** The file, or what the org is called by. */
  readonly name: string;
  readonly at: string;
  readonly orgId: string | null;
}

interface How {
  readonly state: State;
  readonly case: string;
  /** null where it was not saved. */
  readonly actual: string | null;
}

export interface CompareResult {
  readonly before: SideHead;
  readonly after: SideHead;
  readonly systemUser: { readonly before: string | null; readonly after: string | null } | null;
  /** Who was checked in one of them only. */
  readonly people: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Which checks only one of them has. */
  readonly checks: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** How many findings couldn't be read in either. */
  readonly unknown: number;
  readonly differences: readonly {
    readonly check: string;
    readonly subject: SideFinding["subject"];
    readonly severity: Severity;
    readonly before: How;
    readonly after: How;
    readonly values: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
    /** Who changed it between the two, as far as the audit trail tells. */
    readonly changed: SideFinding["changed"] | null;
  }[];
}

const headOf = ({ name, at, org }: Side): SideHead => ({ name, at, orgId: org?.id ?? null });
const howOf = ({ state, case: name, actual }: SideFinding): How => ({ state, case: name, actual: actual ?? null });
const valueIn = ({ values }: SideFinding, name: string): unknown => values?.[name] ?? null;

/** @throws {Error} one is masked and the other is not */
export function compareSides(before: Side, after: Side): CompareResult {
  if (before.masked !== after.masked) {
    const [masked, open] = before.masked ? [before, after] : [after, before];
    throw new Error(messages.getMessage("error.masked", [masked.name, open.name]));
  }
  const { differences, ...others } = compare(before, after);
  const isBetween = (at: string): boolean =>
    isOneOrg(before, after) && Date.parse(at) > Date.parse(before.at) && Date.parse(at) <= Date.parse(after.at);
  return {
    before: headOf(before),
    after: headOf(after),
    ...others,
    differences: differences.map(({ before: was, after: is, values }) => ({
      check: is.check,
      subject: is.subject,
      severity: is.severity ?? "problem",
      before: howOf(was),
      after: howOf(is),
      values: values.map((name) => ({ name, before: valueIn(was, name), after: valueIn(is, name) })),
      changed: is.changed && isBetween(is.changed.at) ? is.changed : null
    }))
  };
}

/** @returns 0 where nothing differs, 1 where something does, 2 where part of it could not be compared */
export function compareExitCode({ differences, systemUser, checks, unknown }: CompareResult): 0 | 1 | 2 {
  if (differences.length || systemUser) return 1;
  return unknown || checks.before.length || checks.after.length ? 2 : 0;
}

/** @returns the comparison for a person at a terminal */
export function comparisonText(result: CompareResult, sides: { readonly after: Side }, words: Translator): string {
  const { before, after, systemUser, people, checks, unknown, differences } = result;
  const say = (key: string, ...tokens: string[]): string => messages.getMessage(key, tokens);
  const status = ({ state, actual }: How, severity: Severity): string =>
    [words({ key: `status.${statusOf({ state, severity })}` }), actual].filter(Boolean).join(". ");
  const blocks = differences.map(({ check, subject, severity, changed, ...how }) => [
    [words.maybe(`${check}.name`) ?? check, subject?.username ?? subject?.id].filter(Boolean).join(", "),
    `  ${before.name}: ${status(how.before, severity)}`,
    `  ${after.name}: ${status(how.after, severity)}`,
    ...(changed
      ? [
          `  ${say("changed", changed.by ?? words({ key: "ui.history.somebody" }), changed.at.slice(0, 10), changed.text)}`
        ]
      : [])
  ]);
  const notes = [
    ...(systemUser ? [say("system-user", systemUser.before ?? "–", systemUser.after ?? "–")] : []),
    ...(people.before.length ? [say("only-people", before.name, people.before.join(", "))] : []),
    ...(people.after.length ? [say("only-people", after.name, people.after.join(", "))] : []),
    ...(checks.before.length ? [say("only-checks", before.name, checks.before.join(", "))] : []),
    ...(checks.after.length ? [say("only-checks", after.name, checks.after.join(", "))] : []),
    ...(unknown ? [say("unknown", String(unknown))] : []),
    ...trailNotes(result, sides.after)
  ];
  const head = [say("head", nameAt(before), nameAt(after)), countText(differences.length)];
  return [head, ...blocks, ...(notes.length ? [notes] : [])]
    .map((lines) => lines.map((line) => oneLine(line)).join("\n"))
    .join("\n\n");
}

function trailNotes({ before, after, differences }: CompareResult, { auditTrailSince: since }: Side): string[] {
  if (before.orgId !== after.orgId || !differences.length) return [];
  if (since === null) return [messages.getMessage("trail-unread")];
  return Date.parse(since) > Date.parse(before.at) ? [messages.getMessage("trail-short", [since.slice(0, 10)])] : [];
}

const nameAt = ({ name, at }: SideHead): string => `${name} (${at.slice(0, 16).replace("T", " ")} UTC)`;
const countText = (count: number): string =>
  count === 0
    ? messages.getMessage("none")
    : count === 1
      ? messages.getMessage("one")
      : messages.getMessage("several", [String(count)]);
