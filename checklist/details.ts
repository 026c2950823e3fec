/**
 * What the tab loads beside its first queries, because only what is below the verdict and the plan needs it: the cards, what
 * somebody sees, the reconnect, fixes, and Marketing Cloud's answer. Why, and how it gets there: docs/decisions/0009-words.md.
 */
export { readAnswer } from "./marketing-cloud/read-answer.ts";
export { changeTexts, madeText } from "./presentation/change-text.ts";
export { forAndAgainst } from "./presentation/for-and-against.ts";
export { hereOf, lacksText } from "./presentation/here.ts";
export { matrixOf } from "./presentation/status.ts";
export { uncheckedOf, visitText } from "./presentation/visit-text.ts";
export { breakingChangeLine, breakingChangeText, changedText, trailTexts } from "./presentation/what-broke.ts";
export { wordingOf } from "./presentation/wording.ts";
export { canUndo, undoOf } from "./records/changes.ts";
export { changesSince } from "./records/compare.ts";
export { runbookText } from "./runbook/runbook-text.ts";
export { runbookOf } from "./runbook/runbook.ts";
export { explain } from "./symptoms/explain.ts";
export { complaintIn } from "./symptoms/recognize.ts";
export { SYMPTOM_IDS } from "./symptoms/symptoms.ts";
