import { isPassed } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";
import { breakingChangesOf, breakingChangeText } from "../presentation/what-broke.ts";
import { openVisits } from "../presentation/status.ts";
import { alike } from "../presentation/visit-text.ts";
import { oneLine } from "./one-line.ts";
import { headOf, personText, present } from "./present.ts";

/** People who are named in a line; of more, the line says how many. */
const NAMED = 5;

/**
 * @returns the report for a support case, whose description and comments show plain text: what is wrong, where, what is
 * left to do, what was found in a line each, and what a person has confirmed
 */
export function caseText(report: Report, words: Translator): string {
  const { verdict, counts, plan, made, lines, masked } = headOf(report, words);
  const { visits } = openVisits(report.findings);
  const confirmed = report.findings.filter((finding) => isPassed(finding) && finding.confirmation);
  const block = (title: string, texts: readonly string[]): string[] =>
    texts.length ? [[`${title}:`, ...texts].map(oneLine).join("\n")] : [];
  return [
    [verdict, counts].filter(Boolean).map(oneLine).join("\n"),
    lines.map(([label, text]) => oneLine(`${label}: ${text}`)).join("\n"),
    ...block(
      words({ key: "report.open" }),
      visits.flatMap((visit) => linesOf(visit.findings, words))
    ),
    ...block(
      words({ key: "ui.plan" }),
      plan.map((text, at) => `${String(at + 1)}. ${text}`)
    ),
    ...block(
      words({ key: "ui.broke" }),
      breakingChangesOf(report.findings, null).map((cause) =>
        words({ key: "changed.on", values: { at: { date: cause.change.at }, what: breakingChangeText(cause, words) } })
      )
    ),
    ...block(
      words({ key: "status.confirmed" }),
      confirmed.map((finding) => {
        const { label, seen } = present(finding, words);
        return `- ${label}: ${seen.join(" ")}`;
      })
    ),
    ...block(
      words({ key: "report.made" }),
      made.map((text) => `- ${text}`)
    ),
    ...(masked === null ? [] : [oneLine(masked)])
  ]
    .join("\n\n")
    .concat("\n");
}

/** What many people have in common is one line. */
function linesOf(findings: Report["findings"], words: Translator): string[] {
  return alike(findings).map((group) => {
    const { label, status, title, seen } = present(group[0], words);
    if (group.length === 1) return `- ${status}: ${title} (${label}). ${seen.join(" ")}`;
    const people = group.flatMap(({ subject }) => (subject ? [personText(subject)] : []));
    const named = people.length <= NAMED ? people.join("; ") : String(people.length);
    return `- ${status}: ${words.plural("ui.unchecked-people", group.length, { label })} (${named}). ${seen.join(" ")}`;
  });
}
