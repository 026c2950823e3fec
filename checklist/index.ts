/** The checklist's face: all that the tab, the command line and the local page use of it. */
export { CHECKS, checkOf } from "./registry.ts";
export { doubtsOf } from "./calibration/doubts.ts";
export {
  IP_RELAXATION_POLICIES,
  PERIODS,
  periodOf,
  POLICY_CHANGES,
  REFRESH_TOKEN_POLICIES,
  type Calibration,
  type How,
  type IpRelaxationPolicy,
  type RefreshTokenPolicy
} from "./calibration/known.ts";
export { CALIBRATION } from "./calibration/table.ts";
export { ipRelaxationIn } from "./calibration/wordings.ts";
export { appOf } from "./engine/app.ts";
export {
  CHECK_IDS,
  STEP_IDS,
  type CheckId,
  type Severity,
  type Source,
  type State,
  type StepId
} from "./engine/check.ts";
export { CONFIRMATION_DAYS, type Basis, type Confirmation } from "./engine/confirmation.ts";
export { rowsOf, type Evidence } from "./engine/evidence.ts";
export { meaningOf, type FaultCode, type FaultMeaning, type OrgObstacle } from "./engine/fault.ts";
export { findingKey, isBroken, isHeld, type Finding } from "./engine/finding.ts";
export {
  askOne,
  gather,
  type GatherOptions,
  type QueryReply,
  type QueryRequest,
  type QuerySource
} from "./engine/gather.ts";
export { addressOf, PAGES, type PageId } from "./engine/pages.ts";
export type { Candidate, People, Person, PersonRef, Role, Selection } from "./engine/people.ts";
export { isAbout, newestFirst } from "./engine/policies.ts";
export { QUERIES, RUN_QUERIES, type Binds } from "./engine/queries.ts";
export { inOrderOfRepair, reportOf, SCHEMA_VERSION, type Counts, type Report, type Verdict } from "./engine/report.ts";
export { readRows, type QueryName, type Rows } from "./engine/rows.ts";
export {
  matrixOf,
  openAndFolded,
  standingOf,
  STANDINGS,
  stepsOf,
  type Matrix,
  type MatrixRow,
  type Standing,
  type StepSummary
} from "./engine/summary.ts";
export { wordsOf, type MessageKey, type Messages, type Text, type Words } from "./engine/text.ts";
export { topicsOf, uncheckedOf, type Topic } from "./engine/topic.ts";
export { countTexts, verdictText } from "./engine/verdict-words.ts";
export { wordingOf, type Wording } from "./engine/wording.ts";
export { keptConfirmations, keptSelection, peopleToKeep, type KeptConfirmation } from "./memory/kept.ts";
export {
  changesSince,
  keptReport,
  policyChangesSince,
  readKeptReport,
  runToKeep,
  type Change,
  type KeptReport,
  type PolicyChange
} from "./memory/run.ts";
export { htmlPage, htmlReport, reportMarkup } from "./report/html.ts";
export { markdownReport, markdownText } from "./report/markdown.ts";
export { markup } from "./report/markup.ts";
export { masked } from "./report/mask.ts";
export {
  printedFinding,
  printedHead,
  printedReport,
  type PrintedFinding,
  type PrintedReport
} from "./report/printed.ts";
export { toldOf, type Told } from "./report/told.ts";
