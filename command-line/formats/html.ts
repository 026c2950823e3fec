import { htmlPage, htmlReport, markup, reportMarkup, type Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { SUMMARY_HEADS, summaryRows, summaryTitle } from "./summary.ts";

/** @returns one file with the report; of several orgs, or of one that could not be checked, a table first and then each one's report */
export function htmlReports(orgs: readonly CheckedOrg[], words: Translator): string[] {
  const [only] = orgs;
  if (orgs.length === 1 && only && "report" in only) return [htmlReport(only.report, words)];
  const { org, verdict, findings } = SUMMARY_HEADS;
  const heads = [org, verdict, findings].map((head) => markup`<th scope="col">${head}</th>`);
  const rows = summaryRows(orgs, words).map(
    (row) => markup`
<tr><th scope="row">${row.org}</th><td>${row.verdict}</td><td>${row.findings}</td></tr>`
  );
  const reports = orgs.map((each) =>
    "report" in each
      ? markup`<article aria-label="${each.name}">${reportMarkup(each.report, words)}</article>`
      : markup``
  );
  const title = summaryTitle(orgs);
  const body = markup`<main>
<h1>${title}</h1>
<table>
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table>
${reports}
</main>`;
  return [htmlPage(title, body, words)];
}
