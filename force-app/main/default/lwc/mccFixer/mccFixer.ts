import act from "@salesforce/apex/MccFixer.act";
import close from "@salesforce/apex/MccFixer.close";
import intend from "@salesforce/apex/MccFixer.intend";
import mayFix from "@salesforce/apex/MccFixer.mayFix";
import {
  askAll,
  fixPermissions,
  isLeftOpen,
  namedChanges,
  organization,
  rowsOf,
  savedChanges,
  type FixPermission,
  type SavedChange,
  type SetupChange
} from "c/mccChecklist";
import { gateway, messageOf, orgNow, rowsFor, withTimeout } from "c/mccGateway";

/** What became of one change of a plan. */
export interface Outcome {
  readonly state: "doing" | "done" | "failed" | "untried";
  /** Why it was not done, as MccFixer names it; null where it was. */
  readonly reason: string | null;
  /** Salesforce's own words. */
  readonly message: string;
  /** Whether what became of it is saved in the org. */
  readonly recorded: boolean;
}

/** What MCC Health changed in the org, and whether the person looking may change something. */
export interface LoadedChanges {
  readonly may: boolean;
  /** What they may do in Setup; null where that is not known, or they may change nothing. */
  readonly permissions: ReadonlySet<FixPermission> | null;
  /** Newest first. */
  readonly saved: readonly SavedChange[];
}

/** Changes in Setup, through Apex: each is saved before it is made, and after. Nothing here throws. */
export const fixer = {
  async load(): Promise<LoadedChanges> {
    const mayChange = withTimeout(mayFix()).then(
      ({ fix }) => fix,
      () => false
    );
    const [may, permissions, saved] = await Promise.all([
      mayChange,
      // Most who open the page may change nothing, and need no answer.
      mayChange.then(async (fix) => {
        if (!fix) return null;
        return fixer.permissions();
      }),
      read()
    ]);
    const left = saved.filter((change) => isLeftOpen(change, orgNow()));
    if (!may || left.length === 0) return { may, permissions, saved };
    await inTurn(left, ({ id }) => closed(id, "unknown", ""));
    return { may, permissions, saved: await read() };
  },

  /** @returns the permissions in Setup that the person looking has; null where Salesforce does not say */
  async permissions(): Promise<ReadonlySet<FixPermission> | null> {
    const [row] = await rowsFor(fixPermissions, {}).catch(() => []);
    if (!row) return null;
    return new Set((Object.keys(row) as FixPermission[]).filter((permission) => row[permission]));
  },

  /**
   * Makes changes one after the other, and stops at the first that fails.
   * @param undoes the saved change that they take back; null where they take none back
   * @param tell hears what becomes of each, by its place
   */
  async apply(
    changes: readonly SetupChange[],
    undoes: string | null,
    tell: (index: number, outcome: Outcome) => void
  ): Promise<void> {
    const plan = `${orgNow().toISOString()}-${Math.random().toString(36).slice(2, 10)}`;
    const intended = await answered(intend({ plan, changes: changes.map((change) => toApex(change, undoes)) }));
    const ids = intended.changeIds ?? [];
    let isOver = !intended.done;
    if (isOver) tell(0, failed(intended, false));
    await inTurn([...changes.keys()], async (index) => {
      const id = ids[index];
      if (isOver || id === undefined) {
        if (index > 0) tell(index, await leftOut(id));
        isOver = true;
        return;
      }
      tell(index, { state: "doing", reason: null, message: "", recorded: false });
      const outcome = await made(id);
      tell(index, outcome);
      isOver = outcome.state !== "done" || !outcome.recorded;
    });
  }
};

export type Fixer = typeof fixer;

type Answer = Partial<FixAnswer>;

/** One after the other. */
function inTurn<Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>): Promise<unknown> {
  return items.reduce<Promise<unknown>>((before, item) => before.then(() => run(item)), Promise.resolve());
}

/** What becomes of a change after one that failed. */
async function leftOut(id: string | undefined): Promise<Outcome> {
  const recorded = id !== undefined && (await closed(id, "untried", "")).reason === "untried";
  return { state: "untried", reason: "untried", message: "", recorded };
}

async function made(id: string): Promise<Outcome> {
  const acted = await answered(act({ changeId: id }));
  const saved = await closed(id, acted.done ? null : (acted.reason ?? "refused"), acted.message ?? "");
  // What the org shows counts, but a record that could not be saved says nothing of the org.
  if (acted.done && saved.reason === "moved") return failed(saved, true);
  const recorded = saved.reason === (acted.done ? null : (acted.reason ?? "refused"));
  if (!acted.done) return failed(acted, recorded);
  return { state: "done", reason: null, message: recorded ? "" : (saved.message ?? ""), recorded };
}

function failed({ reason, message }: Answer, recorded: boolean): Outcome {
  return { state: "failed", reason: reason ?? "refused", message: message ?? "", recorded };
}

function closed(changeId: string, reason: string | null, message: string): Promise<Answer> {
  return answered(close({ changeId, reason, message: message || null }));
}

/** What Apex answers; where it answers nothing, whether it did what it was asked is not known. */
async function answered(call: Promise<FixAnswer>): Promise<Answer> {
  try {
    // Whether Apex sends what is null or leaves it out is not proven.
    const { done, reason, message, changeIds }: Answer = await withTimeout(call);
    return { done, reason: reason ?? null, message: message ?? null, changeIds: changeIds ?? null };
  } catch (error) {
    // Apex that throws has undone all that it did.
    return { done: false, reason: hasAnswered(error) ? "refused" : "unknown", message: messageOf(error) };
  }
}

/** Statuses of what stands before Apex, or of no answer at all. */
const BEFORE_APEX: readonly unknown[] = [0, -1, 200, 408, 502, 503, 504];

/**
 * Whether Apex threw, so that nothing is left of what it did. A connection that was lost throws an object of the same shape.
 * Source: docs/sources.md, Fixes.
 */
function hasAnswered(error: unknown): boolean {
  const { status, body } = (error ?? {}) as { status?: unknown; body?: { message?: unknown } | null };
  const message = typeof body?.message === "string" ? body.message.trim() : "";
  return message !== "" && !/^disconnected or cancell?ed/i.test(message) && !BEFORE_APEX.includes(status);
}

function toApex(change: SetupChange, undoes: string | null): ApexChange {
  return {
    finding: change.finding,
    check: change.check,
    operation: change.operation,
    objectName: change.object,
    recordId: change.recordId,
    personId: change.personId,
    permissionSetId: change.permissionSetId,
    appId: change.appId,
    field: change.field,
    before: change.before,
    after: change.after,
    undoes
  };
}

/** @returns the saved changes with the names of whom and what they are about; none where they can't be read */
async function read(): Promise<readonly SavedChange[]> {
  const answers = await askAll(
    gateway,
    [organization, savedChanges].map((query) => ({ query, binds: {} }))
  );
  return namedChanges(gateway, rowsOf(answers, savedChanges), rowsOf(answers, organization)[0]?.Id);
}
