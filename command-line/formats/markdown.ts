import { markdownReport, markdownText, type Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { SUMMARY_HEADS, summaryRows, summaryTitle } from "./summary.ts";

/** @returns the report; of several orgs, or of one that could not be checked, a table first and then each one's report */
export function* markdownReports(orgs: readonly CheckedOrg[], words: Translator): Generator<string> {
  const [only] = orgs;
  if (orgs.length === 1 && only && "report" in only) {
    yield markdownReport(only.report, words);
    return;
  }
  yield `# ${markdownText(summaryTitle(orgs))}\n\n${table(orgs, words)}\n`;
  for (const org of orgs)
    if ("report" in org) yield `\n---\n\n**${markdownText(org.name)}**\n\n${markdownReport(org.report, words)}`;
}

function table(orgs: readonly CheckedOrg[], words: Translator): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(" | ")} |`;
  const { org, verdict, findings } = SUMMARY_HEADS;
  const rows = summaryRows(orgs, words).map((each) => row([each.org, each.verdict, each.findings]));
  return [row([org, verdict, findings]), "| --- | --- | --- |", ...rows].join("\n");
}
