/**
 * What the tab loads only when somebody asks for it: the writers of reports, and the script for Marketing Cloud. Why, and
 * how it gets there: docs/decisions/0009-words.md.
 */
export { scriptFor } from "./marketing-cloud/script.ts";
export { caseText } from "./report/case-text.ts";
export { colleagueText } from "./report/colleague-text.ts";
export { htmlReport } from "./report/html.ts";
export { masked } from "./report/mask.ts";
export { printedReport } from "./report/printed.ts";
