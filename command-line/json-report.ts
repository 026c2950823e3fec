import type { Report, Words } from "../checklist/index.ts";
import { printedFinding, printedHead } from "./printed-report.ts";

/**
 * Piece by piece, because the text of thousands of findings would weigh more than all that they were judged from.
 * @returns the text of a `PrintedReport` as JSON, one finding to a line
 */
export function* jsonReport(report: Report, words: Words): Generator<string> {
  yield `${JSON.stringify(printedHead(report, words), undefined, 2).replace(/\n\}$/, "")},\n  "findings": [`;
  let separator = "\n    ";
  for (const finding of report.findings) {
    yield separator + JSON.stringify(printedFinding(finding, words));
    separator = ",\n    ";
  }
  yield "\n  ]\n}\n";
}
