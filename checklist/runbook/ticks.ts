import type { Confirmation } from "../judge/confirmation.ts";

/** What a person does, or says, while reconnecting; in order. The message of each is `runbook.<task>`. */
export const TASKS = {
  before: ["pause-sends", "stop-triggered", "pause-journeys", "sign-in"],
  /** The article's four steps. Source: Knowledge 003834038, Other Considerations. */
  during: ["connect-1", "connect-2", "connect-3", "connect-4"],
  /** What nobody can see in the org. */
  after: ["resumed", "journeys-run"]
} as const;
type Listed = (typeof TASKS)[keyof typeof TASKS][number];

/** `closed`: the end, with what remains in the note. */
export type TaskId = Listed | "closed";

/** What somebody ticked, and when. */
export type Tick = Pick<Confirmation, "by" | "at" | "note" | "holds">;

const PREFIX = "runbook-";

/** @returns the name under which a tick is saved beside what people confirmed; no check begins so */
export const tickName = (task: TaskId): string => `${PREFIX}${task}`;

/**
 * Those of the reconnect that is under way: a closed one leaves its ticks behind.
 * @param confirmations all that is saved; what is void was not said of this org, or not by a person
 */
export function ticksIn(confirmations: readonly Confirmation[]): {
  readonly ticks: ReadonlyMap<TaskId, Tick>;
  readonly closed: Tick | null;
} {
  const all = new Map(
    confirmations
      .filter(({ check, void: isVoid }) => check.startsWith(PREFIX) && !isVoid)
      .map((each) => [each.check.slice(PREFIX.length) as TaskId, each])
  );
  const closed = all.get("closed") ?? null;
  const since = closed ? Date.parse(closed.at) : -Infinity;
  // Written so that an unreadable date counts as none, and the end itself is no tick.
  const ticks = [...all].filter(([, { at }]) => Date.parse(at) > since);
  return { ticks: new Map(ticks), closed };
}
