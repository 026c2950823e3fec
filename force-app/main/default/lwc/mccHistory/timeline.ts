import type { PolicyChange } from "c/mccChecklist";
import type { SavedRun } from "c/mccRecords";

/** How the org stood for a while: runs one after the other that found the same. */
export interface Stretch {
  readonly kind: "stretch";
  readonly from: number;
  readonly to: number;
  /** The first of them. */
  readonly run: SavedRun;
  readonly count: number;
}

/** Something that somebody changed. */
export interface Pinned {
  readonly kind: "pinned";
  readonly from: number;
  readonly change: PolicyChange;
}

/** @returns runs, oldest first, with those that found the same told once; each lasts until the next one */
export function stretchesOf(runs: readonly SavedRun[], now: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of [...runs].reverse()) {
    const from = Date.parse(run.CreatedDate);
    const last = stretches.at(-1);
    if (last && isSame(last.run, run)) stretches[stretches.length - 1] = { ...last, count: last.count + 1 };
    else {
      if (last) stretches[stretches.length - 1] = { ...last, to: from };
      stretches.push({ kind: "stretch", from, to: now, run, count: 1 });
    }
  }
  return stretches;
}

/** @returns stretches, and changes pinned between them, in the order of time */
export function inTime(stretches: readonly Stretch[], changes: readonly PolicyChange[]): (Stretch | Pinned)[] {
  const pinned = changes.map((change): Pinned => ({ kind: "pinned", from: Date.parse(change.at), change }));
  return [...stretches, ...pinned].sort((a, b) => a.from - b.from);
}

const COUNTS = ["Blockers__c", "Problems__c", "Unknown__c", "To_Confirm__c", "Warnings__c"] as const;

function isSame(one: SavedRun, other: SavedRun): boolean {
  return one.Verdict__c === other.Verdict__c && COUNTS.every((count) => (one[count] ?? 0) === (other[count] ?? 0));
}
