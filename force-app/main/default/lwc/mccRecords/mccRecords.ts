import confirm from "@salesforce/apex/MccRecordsController.confirm";
import mayWrite, { type Rights } from "@salesforce/apex/MccRecordsController.mayWrite";
import savePeople from "@salesforce/apex/MccRecordsController.savePeople";
import saveRun from "@salesforce/apex/MccRecordsController.saveRun";
import undo from "@salesforce/apex/MccRecordsController.undo";
import {
  askAll,
  confirmationsIn,
  organization,
  peopleToSave,
  readRows,
  readSavedReport,
  rowsOrNull,
  runsIn,
  runToSave,
  savedConfirmations,
  savedPeople,
  savedReport,
  savedRun,
  savedRunFile,
  savedRuns,
  selectionIn,
  type Confirmation,
  type Fields,
  type Query,
  type Report,
  type Row,
  type RowOf,
  type SavedConfirmation,
  type SavedReport,
  type Selection
} from "c/mccChecklist";
import { gateway, messageOf, rowsFor, withTimeout } from "c/mccGateway";
import { fromBase64 } from "./base64.ts";

export type SavedRun = RowOf<typeof savedRuns>;

/** What is saved in the org. null where it could not be read. */
export interface LoadedRecords {
  readonly people: Selection | null;
  readonly confirmations: readonly SavedConfirmation[] | null;
  readonly runs: readonly SavedRun[] | null;
  readonly rights: Rights;
}

/** How saving went. `saved` is what is saved in the org now; null where Apex did not say. */
export interface SaveResult<What> {
  readonly reason: RecordsAnswer["reason"];
  readonly message: string;
  readonly saved: What | null;
}

/** What is to be confirmed or undone; `version` is the one that the person saw, null where they saw none. */
export type ConfirmationInput = Pick<
  Confirmation,
  "check" | "subjectId" | "holds" | "answer" | "note" | "basis" | "marketingCloud"
> & {
  readonly version: string | null;
};

/** If rights can't be read, assume them: Apex refuses anyway. */
const ASSUMED: Rights = { confirm: true, undo: true, savePeople: true, saveRun: true };

/** Named one by one, because Apex refuses what its class does not have. The basis goes as text: docs/decisions/0003. */
function toApex({
  check,
  subjectId,
  holds,
  answer,
  note,
  basis,
  marketingCloud,
  version
}: ConfirmationInput): ApexConfirmation {
  return {
    check,
    subjectId,
    holds,
    answer: answer ?? null,
    note,
    basis: JSON.stringify(basis),
    marketingCloud: marketingCloud ? JSON.stringify(marketingCloud) : null,
    version
  };
}

/** What was saved in another org does not count. Undefined until it is read, or where it can't be. */
let orgId: string | undefined;

/** The records of MCC Health in the org, through Apex. Nothing here throws, but for `report`. */
export const records = {
  async load(): Promise<LoadedRecords> {
    const [answers, rights] = await Promise.all([
      askAll(
        gateway,
        [organization, savedPeople, savedConfirmations, savedRuns].map((query) => ({ query, binds: {} }))
      ),
      withTimeout(mayWrite()).catch(() => ASSUMED)
    ]);
    orgId = rowsOrNull(answers, organization)?.[0]?.Id;
    // Without the org's Id none of it is known to be of this org: it could not be read, which is not that there is none.
    const read = <F extends Fields, What>(query: Query<F>, of: (rows: readonly Row<F>[]) => What): What | null => {
      const rows = orgId === undefined ? null : rowsOrNull(answers, query);
      return rows && of(rows);
    };
    return {
      people: read(savedPeople, (rows) => selectionIn(rows, orgId)),
      confirmations: read(savedConfirmations, (rows) => confirmationsIn(rows, orgId)),
      runs: read(savedRuns, (rows) => runsIn(rows, orgId)),
      rights
    };
  },

  confirm: (input: ConfirmationInput): Promise<SaveResult<SavedConfirmation[]>> =>
    resultOf(confirm({ confirmation: toApex(input) }), savedConfirmations, (rows) => confirmationsIn(rows, orgId)),

  undo: (input: ConfirmationInput): Promise<SaveResult<SavedConfirmation[]>> =>
    resultOf(undo({ confirmation: toApex(input) }), savedConfirmations, (rows) => confirmationsIn(rows, orgId)),

  savePeople: (selection: Selection): Promise<SaveResult<Selection>> =>
    resultOf(savePeople({ people: peopleToSave(selection) }), savedPeople, (rows) => selectionIn(rows, orgId)),

  saveRun: (report: Report, milliseconds: number): Promise<SaveResult<readonly SavedRun[]>> =>
    resultOf(
      saveRun({ run: runToSave(report, milliseconds), report: JSON.stringify(savedReport(report)) }),
      savedRuns,
      (rows) => runsIn(rows, orgId)
    ),

  /**
   * @returns the report of a saved run; undefined where it was saved by another version
   * @throws what Apex throws, or an Error with the query's own message
   */
  async report(runId: string): Promise<SavedReport | undefined> {
    const [run] = await rowsFor(savedRun, { runId });
    if (run?.Report_File__c === undefined) return readSavedReport(run?.Report__c ?? "");
    const [file] = await rowsFor(savedRunFile, { fileId: run.Report_File__c });
    return readSavedReport(fromBase64(file?.VersionData ?? ""));
  }
};

export type Records = typeof records;

function rowsFrom<F extends Fields>(query: Query<F>, rows: string): readonly Row<F>[] | null {
  try {
    return readRows(JSON.parse(rows), query.fields);
  } catch {
    return null;
  }
}

async function resultOf<F extends Fields, What>(
  answer: Promise<RecordsAnswer>,
  query: Query<F>,
  read: (rows: readonly Row<F>[]) => What
): Promise<SaveResult<What>> {
  try {
    // Whether Apex sends what is null or leaves it out is not proven.
    const { saved, reason, message, rows }: Partial<RecordsAnswer> = await withTimeout(answer);
    const found = typeof rows === "string" ? rowsFrom(query, rows) : null;
    return {
      reason: reason ?? (saved ? null : "failed"),
      message: message ?? "",
      saved: found && read(found)
    };
  } catch (error) {
    return { reason: "failed", message: messageOf(error), saved: null };
  }
}
