import { countTexts, standingOf, verdictText, wordingOf, type Report } from "c/mccChecklist";
import { say, words } from "c/mccWords";

/** @returns the report as plain text, to be pasted into a message */
export function reportText(report: Report): string {
  const at = new Intl.DateTimeFormat(words.language, { dateStyle: "medium", timeStyle: "short" });
  const findings = report.findings.map((finding) => {
    const { label, title, actual, expected } = wordingOf(finding, words);
    return [
      `[${say(`standing.${standingOf(finding)}`)}] ${label}: ${title}`,
      `  ${say("ui.is")}: ${actual}`,
      `  ${say("ui.should-be")}: ${expected}`
    ].join("\n");
  });
  const head = [
    verdictText(report, words),
    countTexts(report, words).join(" · "),
    `${report.org?.name ?? ""} · ${at.format(new Date(report.at))}`
  ];
  return `${head.join("\n")}\n\n${findings.join("\n\n")}\n`;
}
