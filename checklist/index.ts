/** The checklist's face: all that the tab, the command line and the local page use of it. */
export { checkOf, ENGLISH, QUERIES, queryNamed, RUN_QUERIES } from "./catalogue.ts";
export {
  CHANGE_STATUSES,
  OPERATIONS,
  SETTABLE,
  type ChangeStatus,
  type Operation,
  type SavedChange,
  type SettableField,
  type SetupChange
} from "./changes/change.ts";
export { CHECKS } from "./checks/index.ts";
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
export { answerOf, rowsOf, rowsOrNull, type Answer, type Evidence } from "./evidence/evidence.ts";
export { faultOf, meaningOf, type FaultCode } from "./evidence/fault.ts";
export type { Fields, Row } from "./evidence/fields.ts";
export { PERMISSIONS } from "./evidence/permissions.ts";
export type { Binds, Query, RowOf } from "./evidence/query.ts";
export { readRows } from "./evidence/read-rows.ts";
export type { Selection } from "./evidence/selection.ts";
export { marketingCloudRequest, REQUEST_QUERIES } from "./facts/marketing-cloud-request.ts";
export { appOf } from "./facts/app.ts";
export type { Basis } from "./facts/basis.ts";
export type { People, Person, Role } from "./facts/people.ts";
export { isAbout, newestFirst } from "./facts/policies.ts";
export {
  askAll,
  askOne,
  errorOf,
  gather,
  type QueryReply,
  type QueryRequest,
  type QuerySource
} from "./gather/gather.ts";
export type { Check, JudgedState, Severity, Source, State } from "./judge/check.ts";
export { broughtBy } from "./judge/brought.ts";
export type { Situation } from "./judge/judge.ts";
export { CONFIRMATION_DAYS, type Confirmation } from "./judge/confirmation.ts";
export { findingKey, isFailed, isPassed, type Finding } from "./judge/finding.ts";
export { STEP_IDS, SYMPTOM_STEPS, type CheckId, type StepId } from "./judge/ids.ts";
export { addressOf, PAGES, type PageId } from "./judge/pages.ts";
export { basisQueriesOf, consultsOf, needsOf, queriesOf } from "./judge/queries-of.ts";
export { inOrderOfPlan, withDone, type PlanLine } from "./judge/plan.ts";
export { counting, reportOf, SCHEMA_VERSION, type Counts, type Report, type Verdict } from "./judge/report.ts";
export { answerIn } from "./marketing-cloud/answer.ts";
export type { AskedMarketingCloud, MarketingCloudAnswer, MarketingCloudUser } from "./marketing-cloud/answer.ts";
export { readAnswer, type Refusal } from "./marketing-cloud/read-answer.ts";
export type { MarketingCloudRequest } from "./marketing-cloud/request.ts";
export { scriptFor } from "./marketing-cloud/script.ts";
export type { WithheldChange } from "./judge/offered.ts";
export { visitsOf, type Visit } from "./judge/visits.ts";
export { translatorOf, type MessageKey, type Messages, type Text, type Translator } from "./messages/text.ts";
export { changeTexts, madeText } from "./presentation/change-text.ts";
export { planLineText, planTexts, planWaitText } from "./presentation/plan-text.ts";
export {
  matrixOf,
  openAndFolded,
  openVisits,
  statusOf,
  STATUSES,
  stepsOf,
  type Matrix,
  type MatrixRow,
  type Status,
  type StepSummary
} from "./presentation/status.ts";
export { hereOf, lacksText, type Here } from "./presentation/here.ts";
export { forAndAgainst } from "./presentation/for-and-against.ts";
export { countTexts, verdictText } from "./presentation/verdict-text.ts";
export {
  breakingChangeLine,
  breakingChangesOf,
  breakingChangeText,
  changedText,
  trailTexts,
  type BreakingChange
} from "./presentation/what-broke.ts";
export { firstOf, titleOf } from "./presentation/title.ts";
export { uncheckedOf, visitText, type VisitText } from "./presentation/visit-text.ts";
export { wordingOf, type Wording } from "./presentation/wording.ts";
export { appPolicies } from "./queries/app-policies.ts";
export { appPolicyChanges } from "./queries/app-policy-changes.ts";
export { businessUnits } from "./queries/business-units.ts";
export { candidateUsers } from "./queries/candidate-users.ts";
export { connectedApps } from "./queries/connected-apps.ts";
export { connectorConfiguration } from "./queries/connector-configuration.ts";
export { connectorUserCount } from "./queries/connector-user-count.ts";
export { connectorUsers } from "./queries/connector-users.ts";
export type { FixPermission } from "./evidence/permissions.ts";
export { fixPermissions } from "./queries/fix-permissions.ts";
export { organization } from "./queries/organization.ts";
export { peopleByUsername } from "./queries/people-by-username.ts";
export { profiles } from "./queries/profiles.ts";
export { savedChanges } from "./queries/saved-changes.ts";
export { savedConfirmations } from "./queries/saved-confirmations.ts";
export { savedPeople } from "./queries/saved-people.ts";
export { savedRunFile } from "./queries/saved-run-file.ts";
export { savedRun } from "./queries/saved-run.ts";
export { savedRuns } from "./queries/saved-runs.ts";
export { systemSetHolders } from "./queries/system-set-holders.ts";
export { trackingWriters } from "./queries/tracking-writers.ts";
export { userSearch } from "./queries/user-search.ts";
export { users } from "./queries/users.ts";
export { viewerPermissions } from "./queries/viewer-permissions.ts";
export { viewer } from "./queries/viewer.ts";
export { canUndo, changesIn, isLeftOpen, undoOf } from "./records/changes.ts";
export { namedChanges } from "./records/named-changes.ts";
export {
  changesSince,
  compare,
  comparedOf,
  comparedReport,
  isOneOrg,
  type Change,
  type Compared,
  type ComparedFinding,
  type Comparison
} from "./records/compare.ts";
export {
  hasNumbersOf,
  brokenSince,
  isWithoutProblems,
  policyChangesSince,
  readSavedReport,
  runsIn,
  runToSave,
  savedReport,
  saysTheSame,
  type PolicyChange,
  type SavedReport
} from "./records/run.ts";
export { confirmationsIn, peopleToSave, selectionIn, type SavedConfirmation } from "./records/saved.ts";
export type * as Details from "./details.ts";
export type * as OnDemand from "./on-demand.ts";
export { caseText, type Story } from "./report/case-text.ts";
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
export { present, presentVisit, settingTexts, type PresentedVisit } from "./report/present.ts";
export { distinctRows, QUERIES_AT_ONCE, transactionsOf, withoutPortions } from "./transactions.ts";
export { explain, type Cause, type Explanation, type Outcome } from "./symptoms/explain.ts";
export { complaintIn, type Complaint } from "./symptoms/recognize.ts";
export { SYMPTOM_IDS, SYMPTOMS, type SymptomId } from "./symptoms/symptoms.ts";
export { type Proof } from "./runbook/proofs.ts";
export { DAYS_AHEAD, type Moment, type Quiet } from "./runbook/quiet.ts";
export { runbookText, type RunbookText, type TaskText } from "./runbook/runbook-text.ts";
export { RUNBOOK_QUERIES, runbookOf, type Runbook } from "./runbook/runbook.ts";
export { type Stop, type StopKind } from "./runbook/stops.ts";
export { TASKS, tickName, type TaskId, type Tick } from "./runbook/ticks.ts";
