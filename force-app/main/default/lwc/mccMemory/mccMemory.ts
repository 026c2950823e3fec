import confirm from "@salesforce/apex/MccMemory.confirm";
import keepPeople from "@salesforce/apex/MccMemory.keepPeople";
import keepRun from "@salesforce/apex/MccMemory.keepRun";
import mayWrite, { type Rights } from "@salesforce/apex/MccMemory.mayWrite";
import undo from "@salesforce/apex/MccMemory.undo";
import {
  askOne,
  confirmationsIn,
  peopleToSave,
  readRows,
  organization,
  readSavedReport,
  runsIn,
  runToSave,
  savedConfirmations,
  savedPeople,
  savedReport,
  savedRun,
  savedRunFile,
  savedRuns,
  selectionIn,
  type Binds,
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
import { gateway, inTime, messageOf } from "c/mccGateway";
import { fromBase64 } from "./base64.ts";

export type { Rights } from "@salesforce/apex/MccMemory.mayWrite";
export type KeptRun = RowOf<typeof savedRuns>;

/** What the org remembers. null where it could not be read. */
export interface Recalled {
  readonly people: Selection | null;
  readonly confirmations: readonly SavedConfirmation[] | null;
  readonly runs: readonly KeptRun[] | null;
  readonly rights: Rights;
}

/** How keeping something went. `kept` is what the org keeps now; null where it did not tell. */
export interface Kept<What> {
  readonly reason: MemoryAnswer["reason"];
  readonly message: string;
  readonly kept: What | null;
}

/** What is to be confirmed or undone; `version` is the one that the person saw, null where they saw none. */
export type Word = Pick<Confirmation, "check" | "subjectId" | "holds" | "note" | "basis"> & {
  readonly version: string | null;
};

/** Not knowing, one tries: the org refuses what it does not allow. */
const MAYBE: Rights = { confirm: true, undo: true, keepPeople: true, keepRun: true };

/** The basis goes as text: see docs/decisions/0003-memory.md. */
function written(word: Word): string {
  return JSON.stringify({ ...word, basis: JSON.stringify(word.basis) });
}

/** What was kept in another org does not count. Undefined until it was read. */
let orgId: string | undefined;

/** What MCC Health keeps in the org, through Apex. Nothing here throws, but for `report`. */
export const memory = {
  async recall(): Promise<Recalled> {
    const [org, people, confirmations, runs, rights] = await Promise.all([
      rowsOrNull(organization),
      rowsOrNull(savedPeople),
      rowsOrNull(savedConfirmations),
      rowsOrNull(savedRuns),
      inTime(mayWrite()).catch(() => MAYBE)
    ]);
    orgId = org?.[0]?.Id;
    return {
      people: people && selectionIn(people, orgId),
      confirmations: confirmations && confirmationsIn(confirmations, orgId),
      runs: runs && runsIn(runs, orgId),
      rights
    };
  },

  confirm: (word: Word): Promise<Kept<SavedConfirmation[]>> =>
    keeping(confirm({ confirmation: written(word) }), savedConfirmations, (rows) => confirmationsIn(rows, orgId)),

  undo: (word: Word): Promise<Kept<SavedConfirmation[]>> =>
    keeping(undo({ confirmation: written(word) }), savedConfirmations, (rows) => confirmationsIn(rows, orgId)),

  keepPeople: (selection: Selection): Promise<Kept<Selection>> =>
    keeping(keepPeople({ people: JSON.stringify(peopleToSave(selection)) }), savedPeople, (rows) =>
      selectionIn(rows, orgId)
    ),

  keepRun: (report: Report, milliseconds: number): Promise<Kept<readonly KeptRun[]>> =>
    keeping(
      keepRun({
        run: JSON.stringify(runToSave(report, milliseconds)),
        report: JSON.stringify(savedReport(report))
      }),
      savedRuns,
      (rows) => runsIn(rows, orgId)
    ),

  /**
   * @returns the report of a kept run; undefined where it was kept by another version
   * @throws what Apex throws, or an Error with the query's own message
   */
  async report(runId: string): Promise<SavedReport | undefined> {
    const [run] = await ask(savedRun, { runId });
    if (run?.Report_File__c === undefined) return readSavedReport(run?.Report__c ?? "");
    const [file] = await ask(savedRunFile, { fileId: run.Report_File__c });
    return readSavedReport(fromBase64(file?.VersionData ?? ""));
  }
};

export type Memory = typeof memory;

/** @returns the rows of a query, or null where it was not answered */
async function rowsOrNull<F extends Fields>(query: Query<F>): Promise<readonly Row<F>[] | null> {
  const answer = await askOne(gateway, query);
  return "rows" in answer ? answer.rows : null;
}

async function ask<F extends Fields>(query: Query<F>, binds: Binds): Promise<readonly Row<F>[]> {
  const answer = await askOne(gateway, query, binds);
  if ("fault" in answer) throw new Error(answer.fault.message);
  return answer.rows;
}

function rowsFrom<F extends Fields>(query: Query<F>, rows: string): readonly Row<F>[] | null {
  try {
    return readRows(JSON.parse(rows), query.fields);
  } catch {
    return null;
  }
}

async function keeping<F extends Fields, What>(
  asked: Promise<MemoryAnswer>,
  query: Query<F>,
  read: (rows: readonly Row<F>[]) => What
): Promise<Kept<What>> {
  try {
    // Whether Apex sends what is null or leaves it out is not proven.
    const { reason, message, rows }: Partial<MemoryAnswer> = await inTime(asked);
    const found = typeof rows === "string" ? rowsFrom(query, rows) : null;
    return { reason: reason ?? null, message: message ?? "", kept: found && read(found) };
  } catch (error) {
    return { reason: "failed", message: messageOf(error), kept: null };
  }
}
