import confirm from "@salesforce/apex/MccMemory.confirm";
import keepPeople from "@salesforce/apex/MccMemory.keepPeople";
import keepRun from "@salesforce/apex/MccMemory.keepRun";
import mayWrite, { type Rights } from "@salesforce/apex/MccMemory.mayWrite";
import undo from "@salesforce/apex/MccMemory.undo";
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

export type { Rights } from "@salesforce/apex/MccMemory.mayWrite";
export type KeptRun = Rows["kept-runs"];

/** What the org remembers. null where it could not be read. */
export interface Recalled {
  readonly people: Selection | null;
  readonly confirmations: readonly KeptConfirmation[] | null;
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

/** What MCC Health keeps in the org, through Apex. Nothing here throws, but for `report`. */
export const memory = {
  async recall(): Promise<Recalled> {
    const [rows, rights] = await Promise.all([keptRows(), withTimeout(mayWrite()).catch(() => MAYBE)]);
    const people = rows["kept-people"];
    const confirmations = rows["kept-confirmations"];
    return {
      people: people ? keptSelection(people) : null,
      confirmations: confirmations ? keptConfirmations(confirmations) : null,
      runs: rows["kept-runs"] ?? null,
      rights
    };
  },

  confirm: (word: Word): Promise<Kept<KeptConfirmation[]>> =>
    keeping(confirm({ confirmation: written(word) }), "kept-confirmations", keptConfirmations),

  undo: (word: Word): Promise<Kept<KeptConfirmation[]>> =>
    keeping(undo({ confirmation: written(word) }), "kept-confirmations", keptConfirmations),

  keepPeople: (selection: Selection): Promise<Kept<Selection>> =>
    keeping(keepPeople({ people: JSON.stringify(peopleToKeep(selection)) }), "kept-people", keptSelection),

  keepRun: (report: Report, milliseconds: number): Promise<Kept<readonly KeptRun[]>> =>
    keeping(
      keepRun({
        run: JSON.stringify(runToKeep(report, milliseconds)),
        report: JSON.stringify(keptReport(report))
      }),
      "kept-runs",
      (rows) => rows
    ),

  /**
   * @returns the report of a kept run; undefined where it was kept by another version
   * @throws what Apex throws, or an Error with the query's own message
   */
  async report(runId: string): Promise<KeptReport | undefined> {
    const [run] = await ask("kept-run", { runId });
    if (run?.Report_File__c === undefined) return readKeptReport(run?.Report__c ?? "");
    const [file] = await ask("kept-run-file", { fileId: run.Report_File__c });
    return readKeptReport(fromBase64(file?.VersionData ?? ""));
  }
};

export type Memory = typeof memory;

type KeptQuery = "kept-people" | "kept-confirmations" | "kept-runs";
const KEPT: readonly KeptQuery[] = ["kept-people", "kept-confirmations", "kept-runs"];

/** @returns the rows of each query that was answered */
async function keptRows(): Promise<{ readonly [Name in KeptQuery]?: Rows[Name][] }> {
  const replies = await gateway.runQueries(KEPT.map((name) => ({ name, binds: {} }))).catch(() => []);
  const read = replies.flatMap((reply) => {
    const rows = "rows" in reply ? rowsFrom(reply.name, reply.rows) : null;
    return rows ? [[reply.name, rows]] : [];
  });
  return Object.fromEntries(read) as { [Name in KeptQuery]?: Rows[Name][] };
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

async function keeping<Name extends QueryName, What>(
  asked: Promise<MemoryAnswer>,
  name: Name,
  read: (rows: readonly Rows[Name][]) => What
): Promise<Kept<What>> {
  try {
    // Whether Apex sends what is null or leaves it out is not proven.
    const { reason, message, rows }: Partial<MemoryAnswer> = await withTimeout(asked);
    const found = typeof rows === "string" ? rowsFrom<Name>(name, rows) : null;
    return { reason: reason ?? null, message: message ?? "", kept: found && read(found) };
  } catch (error) {
    return { reason: "failed", message: messageOf(error), kept: null };
  }
}
