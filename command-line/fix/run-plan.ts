import { randomUUID } from "node:crypto";
import type { SavedChange, SetupChange } from "../../checklist/index.ts";
import { because, refusedBy, type FixAnswer, type FixReason } from "./fix-answer.ts";
import { NoFixPermission, type Fixer } from "./fixer.ts";
import { storedOf } from "./stored-change.ts";

/** What became of a change that was agreed to. */
export interface ChangeOutcome {
  readonly change: SetupChange;
  /** Of its record; null where not even that could be written. */
  readonly id: string | null;
  readonly done: boolean;
  /** Whether what became of it is saved in the org. What is not stays as intended: the next run closes it. */
  readonly recorded: boolean;
  readonly reason: FixReason | null;
  readonly message: string | null;
}

/**
 * Makes the changes in their order. The first that fails ends it: what was done is told and recorded, the rest is not tried.
 * @param undoes the Id of the saved change that the only one takes back
 * @throws {NoFixPermission} the person may not make changes; then nothing was written
 */
export async function runPlan(
  fixer: Fixer,
  changes: readonly SetupChange[],
  undoes: string | null = null
): Promise<readonly ChangeOutcome[]> {
  const agreed = changes.map((change) => ({
    ...storedOf(change, undoes),
    Finding__c: change.finding,
    Check__c: change.check
  }));
  const { done: saved, changeIds, reason, message } = await fixer.intend(randomUUID(), agreed);
  if (!saved || !changeIds)
    return changes.map((change, at) => ({
      change,
      id: null,
      done: false,
      recorded: false,
      reason: at === 0 ? reason : "untried",
      message: at === 0 ? message : null
    }));

  const outcomes: ChangeOutcome[] = [];
  let broken = false;
  for (const [at, change] of changes.entries()) {
    const id = changeIds[at] ?? "";
    const acted: FixAnswer = broken ? because("untried") : await tried(() => fixer.act(id));
    const closed = await tried(() => fixer.close(id, acted.reason, acted.message));
    // What the org shows counts, but a record that could not be saved says nothing of the org.
    const done = acted.done && closed.reason !== "moved";
    const recorded = closed.reason === (done ? null : (acted.reason ?? "moved"));
    broken ||= !done || !recorded;
    const why = done ? null : (acted.reason ?? closed.reason);
    outcomes.push({ change, id, done, recorded, reason: why, message: acted.message ?? closed.message });
  }
  return outcomes;
}

/** Closes what a page or a terminal left open: nobody can say what became of it. What can't be closed stays for the next run. */
export async function closeLeft(fixer: Fixer, left: readonly SavedChange[]): Promise<void> {
  for (const { id } of left) await tried(() => fixer.close(id, "unknown", null));
}

async function tried(step: () => Promise<FixAnswer>): Promise<FixAnswer> {
  try {
    return await step();
  } catch (error) {
    return error instanceof NoFixPermission ? because("no-access", error.message) : refusedBy(error);
  }
}
