import { randomUUID } from "node:crypto";
import type { SetupChange } from "../../checklist/index.ts";
import { because, refusedBy, type FixAnswer, type FixReason } from "./fix-answer.ts";
import { NoFixPermission, type Fixer } from "./fixer.ts";
import { storedOf } from "./stored-change.ts";

/** What became of a change that was agreed to. */
export interface ChangeOutcome {
  readonly change: SetupChange;
  /** Of its record; null where not even that could be written. */
  readonly id: string | null;
  readonly done: boolean;
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
      reason: at === 0 ? reason : "untried",
      message: at === 0 ? message : null
    }));

  const outcomes: ChangeOutcome[] = [];
  let broken = false;
  for (const [at, change] of changes.entries()) {
    const id = changeIds[at] ?? "";
    const acted: FixAnswer = broken ? because("untried") : await tried(() => fixer.act(id));
    // What can't be closed stays as intended: the next visit closes it.
    const closed = await tried(() => fixer.close(id, acted.reason, acted.message));
    const done = acted.done && closed.done;
    broken ||= !done;
    const why = done ? null : (acted.reason ?? closed.reason);
    outcomes.push({ change, id, done, reason: why, message: acted.message ?? closed.message });
  }
  return outcomes;
}

async function tried(step: () => Promise<FixAnswer>): Promise<FixAnswer> {
  try {
    return await step();
  } catch (error) {
    return error instanceof NoFixPermission ? because("no-access", error.message) : refusedBy(error);
  }
}
