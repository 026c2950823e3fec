import { isPassed, type Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { Visit } from "../judge/visits.ts";
import { openVisits } from "../presentation/status.ts";
import type { Translator } from "../messages/text.ts";
import { oneLine } from "./one-line.ts";
import { headOf, presentVisit, settingTexts, wholeAddress, type Line } from "./present.ts";

/**
 * What GitHub's Markdown would read as markup, as an entity or as the address of a page. Usernames may become links to
 * themselves: escaped, nobody could copy them from where Markdown is shown as it is.
 */
const MARKUP = /[\\`*_[\]<>|~$]|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./gi;
/** @returns the text so that Markdown shows it as it is, on one line; not for the start of a line */
export const markdownText = (text: string): string => oneLine(text).replace(MARKUP, "\\$&");

/** @returns the report for a support case: what needs attention as a table, what holds in one line */
export function markdownReport(report: Report, words: Translator): string {
  const { verdict, counts, first, plan, made, lines, masked } = headOf(report, words);
  const { visits, folded } = openVisits(report.findings);
  const firstLine: Line[] = first === null ? [] : [[words({ key: "ui.first" }), first]];
  return [
    `# ${markdownText(verdict)}`,
    ...(counts ? [`**${markdownText(counts)}**`] : []),
    [...firstLine, ...lines].map(([label, text]) => `- **${markdownText(label)}:** ${markdownText(text)}`).join("\n"),
    ...(masked === null ? [] : [`*${markdownText(masked)}*`]),
    ...(plan.length
      ? [
          `## ${markdownText(words({ key: "ui.plan" }))}`,
          plan.map((text, i) => `${String(i + 1)}. ${markdownText(text)}`).join("\n")
        ]
      : []),
    `## ${markdownText(words({ key: "report.open" }))}`,
    visits.length ? table(visits, words) : markdownText(words({ key: "report.nothing-open" })),
    ...namesLine("count.passed", folded.filter(isPassed), words),
    ...namesLine(
      "count.not-applicable",
      folded.filter((finding) => !isPassed(finding)),
      words
    ),
    ...(made.length
      ? [`## ${markdownText(words({ key: "report.made" }))}`, made.map((text) => `- ${markdownText(text)}`).join("\n")]
      : [])
  ]
    .join("\n\n")
    .concat("\n");
}

function table(visits: readonly Visit[], words: Translator): string {
  const heads = (["report.state", "report.finding", "ui.is", "ui.should-be", "ui.why", "ui.fix"] as const).map((key) =>
    words({ key })
  );
  return [
    row(heads.map(markdownText)),
    row(heads.map(() => "---")),
    ...visits.map((visit) => visitRow(visit, words))
  ].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function visitRow(visit: Visit, words: Translator): string {
  const presented = presentVisit(visit, words);
  const { status, title, about, settings, people, reasons, risks, ways, page, address } = presented;
  const numbered = ways.flatMap(({ who, steps: own }) => [
    ...(who === "" ? [] : [`**${markdownText(who)}:**`]),
    ...own.map((step, i) => `${String(i + 1)}. ${markdownText(step)}`)
  ]);
  const care = markdownText(words({ key: "ui.take-care" }));
  const unchecked = presented.unchecked.length
    ? [`${words({ key: "ui.unchecked" })}: ${presented.unchecked.join("; ")}`]
    : people;
  const who = about ?? unchecked.join("; ");
  return row([
    markdownText(words({ key: `status.${status}` })),
    `**${markdownText(title)}**${who === "" ? "" : ` (${markdownText(who)})`}`,
    settingTexts(settings, ({ seen }) => seen.join(" "))
      .map(markdownText)
      .join("; "),
    settingTexts(settings, ({ expected }) => expected)
      .map(markdownText)
      .join("; "),
    reasons.map(markdownText).join(" "),
    [...risks.map((risk) => `**${care}:** ${markdownText(risk)}`), ...numbered, ...linkTo(page, address)].join(" ")
  ]);
}

/** A link, where there is an address that leads there from anywhere. */
function linkTo(name: string | null, address: string): string[] {
  const whole = wholeAddress(address);
  if (name === null || whole === null) return [];
  return [`[${markdownText(name)}](${whole.replace(/[()|\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`];
}

/** `14 OK: Active ×3, …` */
function namesLine(
  key: "count.passed" | "count.not-applicable",
  findings: readonly Finding[],
  words: Translator
): string[] {
  if (!findings.length) return [];
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  const names = [...counts].map(([check, count]) => {
    const name = markdownText(words.maybe(`${check}.name`) ?? check);
    return count > 1 ? `${name} ×${String(count)}` : name;
  });
  return [`**${markdownText(words.plural(key, findings.length))}:** ${names.join(", ")}`];
}
