import { printedFinding, printedHead, type Report, type Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";

/** @returns one org's report, or for several `{ "orgs": [{ "targetOrg", "report" or "error" }] }` */
export function* jsonReports(orgs: readonly CheckedOrg[], words: Translator): Generator<string> {
  const [only] = orgs;
  if (orgs.length === 1 && only && "report" in only) {
    yield* jsonReport(only.report, words);
    return;
  }
  yield '{\n"orgs": [';
  for (const [i, org] of orgs.entries()) {
    yield `${i ? "," : ""}\n{ "targetOrg": ${JSON.stringify(org.name)}, `;
    if ("report" in org) {
      yield '"report":\n';
      yield* jsonReport(org.report, words);
    } else yield `"error": ${JSON.stringify(org.error)}`;
    yield "}";
  }
  yield "\n]\n}\n";
}

const FINDINGS_AT_ONCE = 100;

/**
 * Piece by piece, because the text of thousands of findings would weigh more than all that they were judged from.
 * @returns the text of a `PrintedReport` as JSON, one finding to a line
 */
export function* jsonReport(report: Report, words: Translator): Generator<string> {
  yield `${JSON.stringify(printedHead(report, words), undefined, 2).replace(/\n\}$/, "")},\n  "findings": [`;
  const { findings } = report;
  for (let from = 0; from < findings.length; from += FINDINGS_AT_ONCE) {
    const lines = findings
      .slice(from, from + FINDINGS_AT_ONCE)
      .map((finding) => JSON.stringify(printedFinding(finding, words)));
    yield `${from ? "," : ""}\n    ${lines.join(",\n    ")}`;
  }
  yield "\n  ]\n}\n";
}
