import type { Connection } from "@salesforce/core";
import type { QuerySource } from "../../checklist/index.ts";
import pLimit from "p-limit";
import type { ApexMethods } from "./apex.ts";
import { Answers, unsaved, type MemoryAnswer } from "./memory-answer.ts";
import { dropConfirmation, keepConfirmation } from "./memory-confirmations.ts";
import { readConfirmation, readPeople, readReport, readRun, readSeen } from "./memory-input.ts";
import { keepPeople } from "./memory-people.ts";
import { addRun, dropOldRuns } from "./memory-runs.ts";

export interface MemoryOptions {
  readonly connection: Connection;
  /** Where the rows come from that are answered. */
  readonly source: QuerySource;
  /** Why nothing may be written to this org; absent where it may. */
  readonly readOnly?: string;
}

/** Which methods would be allowed to write. */
interface Rights {
  readonly confirm: boolean;
  readonly undo: boolean;
  readonly keepPeople: boolean;
  readonly keepRun: boolean;
}

/** Stands in for the Apex class MccMemory, whose inputs and answers it keeps: see tests/contract. */
export function memoryOver({ connection, source, readOnly }: MemoryOptions): ApexMethods {
  // What Apex locks the record for: nobody writes between the look at a version and the write.
  const oneAtATime = pLimit(1);
  const confirmations = new Answers(source, "kept-confirmations");
  const people = new Answers(source, "kept-people");
  const runs = new Answers(source, "kept-runs");

  async function mayWrite(): Promise<Rights> {
    if (readOnly !== undefined) return { confirm: false, undo: false, keepPeople: false, keepRun: false };
    const [confirmation, person, run] = await Promise.all([
      connection.describe("MCC_Confirmation__c"),
      connection.describe("MCC_Person__c"),
      connection.describe("MCC_Run__c")
    ]);
    return {
      confirm: confirmation.createable && confirmation.updateable,
      undo: confirmation.deletable,
      keepPeople: person.createable && person.deletable,
      keepRun: run.createable && run.updateable
    };
  }

  /** @param write answers whether it was done; what it throws becomes the answer too */
  const writing = (may: keyof Rights, answers: Answers, write: () => Promise<MemoryAnswer>): Promise<MemoryAnswer> =>
    oneAtATime(async () => {
      if (!(await mayWrite())[may]) return unsaved("no-access", readOnly);
      return write().catch((error: unknown) => answers.refusedBy(error));
    });

  return {
    "MccMemory.mayWrite": mayWrite,
    "MccMemory.confirm": async ({ confirmation }) => {
      const given = readConfirmation(confirmation);
      return writing("confirm", confirmations, async () =>
        (await keepConfirmation(connection, given)) ? confirmations.saved() : confirmations.changed()
      );
    },
    "MccMemory.undo": async ({ confirmation }) => {
      const given = readSeen(confirmation);
      return writing("undo", confirmations, async () =>
        (await dropConfirmation(connection, given)) ? confirmations.saved() : confirmations.changed()
      );
    },
    "MccMemory.keepPeople": async ({ people: given }) => {
      const wanted = readPeople(given);
      return writing("keepPeople", people, async () => {
        await keepPeople(connection, wanted);
        return people.saved();
      });
    },
    "MccMemory.keepRun": async ({ run, report }) => {
      const given = readRun(run);
      const text = readReport(report);
      return writing("keepRun", runs, async () => {
        if (!(await addRun(connection, given, text))) return unsaved("too-large");
        return runs.saved(await dropOldRuns(connection));
      });
    }
  };
}
