import { isFailed, isPassed, type Finding } from "../judge/finding.ts";
import { grouped, type Group } from "../judge/grouped.ts";
import { lackOf } from "../judge/visits.ts";
import type { Report } from "../judge/report.ts";
import type { Value, Translator } from "../messages/text.ts";
import { breakingChangeLine, breakingChangesOf } from "../presentation/what-broke.ts";
import { openVisits, statusOf, STATUSES } from "../presentation/status.ts";
import { oneLine } from "./one-line.ts";
import { headOf, personText, present, sentences } from "./present.ts";

/** What a report doesn't know by itself: what somebody sees, and since when, as the saved runs tell. */
export interface Story {
  /** The id of a symptom: the message `symptom.<id>`. */
  readonly symptom: string | null;
  /** When the last check without problems, and the first one after it with problems, ran: ISO 8601, null where none is saved. */
  readonly healthyAt: string | null;
  readonly brokenAt: string | null;
}

const NO_STORY: Story = { symptom: null, healthyAt: null, brokenAt: null };

/** People who are named in a line; of more, the line says how many. */
const NAMED = 5;
/** Lines of findings, at most: a case shows one screen well. */
const LINES = 20;

/**
 * @returns the report for a support case, whose description and comments show plain text, on about one screen: what is seen
 * and since when, what Support asks for first, what was found in a line each, who changed what, and what was tried
 */
export function caseText(report: Report, words: Translator, story: Story = NO_STORY): string {
  const { verdict, counts, made, lines, masked } = headOf(report, words);
  const { symptom } = story;
  const block = (title: string, texts: readonly string[]): string[] =>
    texts.length ? [[`${title}:`, ...texts.map((text) => `- ${text}`)].map(oneLine).join("\n")] : [];
  const seen = [
    ...(symptom === null ? [] : [`${words({ key: "case.symptom" })}: ${words.maybe(`symptom.${symptom}`) ?? symptom}`]),
    ...sinceText(story, words)
  ];
  return [
    [verdict, counts, ...seen].filter(Boolean).map(oneLine).join("\n"),
    lines.map(([label, text]) => oneLine(`${label}: ${text}`)).join("\n"),
    ...block(words({ key: "case.findings" }), findingTexts(report, words)),
    ...block(words({ key: "case.timeline" }), timelineTexts(report, story, words)),
    ...block(words({ key: "case.tried" }), [...made, ...confirmedTexts(report, words)]),
    ...(masked === null ? [] : [oneLine(masked)])
  ]
    .join("\n\n")
    .concat("\n");
}

const dayOf = (at: string): Value => ({ date: at });

function sinceText({ healthyAt, brokenAt }: Story, words: Translator): string[] {
  if (healthyAt === null && brokenAt === null) return [];
  const values = { healthy: dayOf(healthyAt ?? ""), broken: dayOf(brokenAt ?? "") };
  const which = healthyAt === null ? "first" : brokenAt === null ? "last" : "between";
  return [`${words({ key: "case.since" })}: ${words({ key: `case.since.${which}`, values })}`];
}

/** What is wrong in a line each; what is only to look at, and what could not be read, in a line together. */
function findingTexts({ findings }: Report, words: Translator): string[] {
  const { toDo, advice } = openVisits(findings);
  const open = toDo.flatMap((visit) => visit.findings);
  const rank = (finding: Finding): number => STATUSES.indexOf(statusOf(finding));
  const wrong = open
    .filter((finding) => isFailed(finding) || finding.state === "warn")
    .sort((a, b) => rank(a) - rank(b));
  const lines = grouped(wrong, ({ check, state, case: name }) => `${check}/${state}/${name}`).map((group) =>
    wrongText(group, words)
  );
  const more = lines.length - LINES;
  const unread = open.filter(({ state }) => state === "unknown");
  const together = (key: "status.confirm" | "status.note", some: readonly Finding[]): string[] =>
    some.length ? [`${words({ key })}: ${labelsOf(some, words).join(", ")}`] : [];
  return [
    ...lines.slice(0, LINES),
    ...(more > 0 ? [words.plural("case.more", more)] : []),
    ...grouped(unread, (finding) => lackOf(finding) ?? finding.check).map((group) => {
      const { status, title } = present(group[0], words);
      return `${status}: ${title} (${labelsOf(group, words).join(", ")})`;
    }),
    ...together(
      "status.confirm",
      open.filter(({ state }) => state === "confirm")
    ),
    ...together(
      "status.note",
      advice.flatMap((visit) => visit.findings)
    )
  ];
}

const labelsOf = (findings: readonly Finding[], words: Translator): string[] => [
  ...new Set(findings.map(({ check }) => words.maybe(`${check}.name`) ?? check))
];

/** What many people have in common is one line. */
function wrongText(group: Group<Finding>, words: Translator): string {
  const [first, ...others] = group;
  const { label, status, line, seen: own } = present(first, words);
  if (group.length === 1) return `${status}: ${line}`;
  const found = [...new Set([own, ...others.map((finding) => present(finding, words).seen)].map(sentences))];
  const seen = found.length === 1 ? `. ${found.join("")}` : "";
  const people = group.flatMap(({ subject }) => (subject ? [personText(subject)] : []));
  const named = people.length <= NAMED ? ` (${people.join("; ")})` : "";
  return `${status}: ${words.plural("ui.unchecked-people", group.length, { label })}${named}${seen}`;
}

/** Who changed what since the last check without problems, as far as it explains what is wrong. */
function timelineTexts({ findings }: Report, { healthyAt, brokenAt }: Story, words: Translator): string[] {
  const on = (at: string, what: string): [string, string] => [
    at,
    words({ key: "changed.on", values: { at: dayOf(at), what } })
  ];
  const causes = breakingChangesOf(findings, healthyAt).map((cause): [string, string] => [
    cause.change.at,
    breakingChangeLine(cause, words)
  ]);
  // The first and the last run alone tell no more than the head does.
  if (!causes.length) return [];
  const runs = [
    ...(healthyAt === null ? [] : [on(healthyAt, words({ key: "case.last-healthy" }))]),
    ...(brokenAt === null ? [] : [on(brokenAt, words({ key: "case.first-broken" }))])
  ];
  return [...runs, ...causes].sort(([a], [b]) => Date.parse(a) - Date.parse(b)).map(([, text]) => text);
}

/** What a person has seen to be right: what one of them saw on one day is one line. */
function confirmedTexts({ findings }: Report, words: Translator): string[] {
  const confirmed = findings.flatMap((finding) =>
    isPassed(finding) && finding.confirmation ? [{ finding, ...finding.confirmation }] : []
  );
  return grouped(confirmed, ({ by, at }) => `${at.slice(0, 10)} ${by}`).map((group) => {
    const [{ by, at }] = group;
    const labels = group.map(({ finding, note }) => {
      const { label } = present(finding, words);
      return note ? `${label} (${note})` : label;
    });
    return words({ key: "case.confirmed", values: { by, at: dayOf(at), labels } });
  });
}
