import confirm from "@salesforce/apex/MccRecordsController.confirm";
import mayWrite, { type Rights } from "@salesforce/apex/MccRecordsController.mayWrite";
import savePeople from "@salesforce/apex/MccRecordsController.savePeople";
import saveRun from "@salesforce/apex/MccRecordsController.saveRun";
import undo from "@salesforce/apex/MccRecordsController.undo";
import {
  keptConfirmations,
  keptReport,
  keptSelection,
  peopleToKeep,
  QUERIES,
  readKeptReport,
  readRows,
  runToKeep,
  type Confirmation,
  type KeptConfirmation,
  type KeptReport,
  type QueryName,
  type Report,
  type Rows,
  type Selection
} from "c/mccChecklist";
import { gateway, withTimeout, messageOf } from "c/mccGateway";
import { fromBase64 } from "./base64.ts";

export type { Rights } from "@salesforce/apex/MccRecordsController.mayWrite";
export type SavedRun = Rows["kept-runs"];

/** What is saved in the org. null where it could not be read. */
export interface LoadedRecords {
  readonly people: Selection | null;
  readonly confirmations: readonly KeptConfirmation[] | null;
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
export type ConfirmationInput = Pick<Confirmation, "check" | "subjectId" | "holds" | "note" | "basis"> & {
  readonly version: string | null;
};

/** If rights can't be read, assume them: Apex refuses anyway. */
const ASSUMED: Rights = { confirm: true, undo: true, savePeople: true, saveRun: true };

/** Named one by one, because Apex refuses what its class does not have. The basis goes as text: docs/decisions/0003. */
function toApex({ check, subjectId, holds, note, basis, version }: ConfirmationInput): ApexConfirmation {
  return { check, subjectId, holds, note, basis: JSON.stringify(basis), version };
}

/** The records of MCC Health in the org, through Apex. Nothing here throws, but for `report`. */
export const records = {
  async load(): Promise<LoadedRecords> {
    const [rows, rights] = await Promise.all([savedRows(), withTimeout(mayWrite()).catch(() => ASSUMED)]);
    const people = rows["kept-people"];
    const confirmations = rows["kept-confirmations"];
    return {
      people: people ? keptSelection(people) : null,
      confirmations: confirmations ? keptConfirmations(confirmations) : null,
      runs: rows["kept-runs"] ?? null,
      rights
    };
  },

  confirm: (input: ConfirmationInput): Promise<SaveResult<KeptConfirmation[]>> =>
    resultOf(confirm({ confirmation: toApex(input) }), "kept-confirmations", keptConfirmations),

  undo: (input: ConfirmationInput): Promise<SaveResult<KeptConfirmation[]>> =>
    resultOf(undo({ confirmation: toApex(input) }), "kept-confirmations", keptConfirmations),

  savePeople: (selection: Selection): Promise<SaveResult<Selection>> =>
    resultOf(savePeople({ people: peopleToKeep(selection) }), "kept-people", keptSelection),

  saveRun: (report: Report, milliseconds: number): Promise<SaveResult<readonly SavedRun[]>> =>
    resultOf(
      saveRun({ run: runToKeep(report, milliseconds), report: JSON.stringify(keptReport(report)) }),
      "kept-runs",
      (rows) => rows
    ),

  /**
   * @returns the report of a saved run; undefined where it was saved by another version
   * @throws what Apex throws, or an Error with the query's own message
   */
  async report(runId: string): Promise<KeptReport | undefined> {
    const [run] = await ask("kept-run", { runId });
    if (run?.Report_File__c === undefined) return readKeptReport(run?.Report__c ?? "");
    const [file] = await ask("kept-run-file", { fileId: run.Report_File__c });
    return readKeptReport(fromBase64(file?.VersionData ?? ""));
  }
};

export type Records = typeof records;

type SavedQuery = "kept-people" | "kept-confirmations" | "kept-runs";
const SAVED: readonly SavedQuery[] = ["kept-people", "kept-confirmations", "kept-runs"];

/** @returns the rows of each query that was answered */
async function savedRows(): Promise<{ readonly [Name in SavedQuery]?: Rows[Name][] }> {
  const replies = await gateway.runQueries(SAVED.map((name) => ({ name, binds: {} }))).catch(() => []);
  const read = replies.flatMap((reply) => {
    const rows = "rows" in reply ? rowsFrom(reply.name, reply.rows) : null;
    return rows ? [[reply.name, rows]] : [];
  });
  return Object.fromEntries(read) as { [Name in SavedQuery]?: Rows[Name][] };
}

async function ask<Name extends QueryName>(name: Name, binds: Readonly<Record<string, string>>): Promise<Rows[Name][]> {
  const [reply] = await gateway.runQueries([{ name, binds }]);
  if (!reply || "errorType" in reply) throw new Error(reply?.errorMessage ?? "");
  return readRows<Name>(reply.rows, QUERIES[name].required);
}

function rowsFrom<Name extends QueryName>(name: Name, rows: unknown): Rows[Name][] | null {
  try {
    return readRows<Name>(typeof rows === "string" ? JSON.parse(rows) : rows, QUERIES[name].required);
  } catch {
    return null;
  }
}

async function resultOf<Name extends QueryName, What>(
  answer: Promise<RecordsAnswer>,
  name: Name,
  read: (rows: readonly Rows[Name][]) => What
): Promise<SaveResult<What>> {
  try {
    // Whether Apex sends what is null or leaves it out is not proven.
    const { reason, message, rows }: Partial<RecordsAnswer> = await withTimeout(answer);
    const found = typeof rows === "string" ? rowsFrom<Name>(name, rows) : null;
    return { reason: reason ?? null, message: message ?? "", saved: found && read(found) };
  } catch (error) {
    return { reason: "failed", message: messageOf(error), saved: null };
  }
}
