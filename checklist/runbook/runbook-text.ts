import type { MessageKey, Translator, Values } from "../messages/text.ts";
import type { Proof } from "./proofs.ts";
import { DAYS_AHEAD, type Moment, type Quiet } from "./quiet.ts";
import type { Runbook } from "./runbook.ts";
import type { Stop } from "./stops.ts";
import { TASKS, type TaskId } from "./ticks.ts";

export interface TaskText {
  readonly id: TaskId;
  readonly text: string;
  readonly isDone: boolean;
  /** Who did it, and when; empty where nobody did. */
  readonly by: string;
}

/** What the runbook says, in somebody's language and the time zone of where it is made. */
export interface RunbookText {
  /** Who ended the reconnect before; empty where none was, or one is under way. */
  readonly finished: string;
  readonly ready: string;
  readonly stops: readonly string[];
  /** When the next send leaves, and when none does. */
  readonly moments: readonly string[];
  readonly tasks: Readonly<Record<keyof typeof TASKS, readonly TaskText[]>>;
  /** What to know of the system user's sign-in. */
  readonly about: string;
  /** Since when it is reconnected; empty before. */
  readonly reconnected: string;
  readonly proofs: readonly (Pick<Proof, "id" | "state"> & { readonly text: string })[];
}

/** @param user the system user's name; undefined where none is known */
export function runbookText(runbook: Runbook, user: string | undefined, words: Translator): RunbookText {
  const say = (key: MessageKey, values: Values = {}): string => words({ key, values });
  const time = new Intl.DateTimeFormat(words.language, { dateStyle: "medium", timeStyle: "short" });
  // What is no date stands as it came.
  const timeText = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : time.format(new Date(iso)));

  const { closed, waitsFor, stops, ticks, reconnectedAt, reconnectedBy, proofs } = runbook;
  const who = { user: user ?? say("runbook.nobody") };

  const stopText = ({ kind, count, isCutOff }: Stop): string => {
    if (count === null) return say(`runbook.${kind}.unknown`);
    const what = words.plural(`runbook.${kind}`, count);
    if (isCutOff || (count > 0 && !stops.seesAll)) return say("runbook.at-least", { what });
    return stops.seesAll ? what : say("runbook.that-you-see", { what });
  };
  const quietText = (kind: "now" | "later" | "longest", { from, to }: Quiet): string => {
    const values = { from: timeText(from), to: timeText(to ?? ""), days: DAYS_AHEAD };
    return say(`runbook.quiet.${to === null ? (`${kind}-open` as const) : kind}`, values);
  };
  const quietTexts = ({ soonest, isNow, longest }: Moment): string[] => {
    if (!soonest) return [say("runbook.quiet.none")];
    return [quietText(isNow ? "now" : "later", soonest), ...(longest ? [quietText("longest", longest)] : [])];
  };
  const taskOf = (id: TaskId, text: string): TaskText => {
    const tick = ticks.get(id);
    const by = tick ? say("ui.confirm.by", { by: tick.by, at: timeText(tick.at) }) : "";
    return { id, text, isDone: tick !== undefined, by };
  };
  const readyText = (): string => {
    if (waitsFor === null) return say("runbook.not-checked");
    const steps = { texts: waitsFor.map((step) => `step.${step}`) };
    return waitsFor.length ? say("runbook.not-ready", { steps }) : say("runbook.ready");
  };
  const finishedText = (): string => {
    if (!closed) return "";
    const values = { by: closed.by, at: timeText(closed.at), note: closed.note };
    return say(closed.note ? "runbook.finished-with" : "runbook.finished", values);
  };

  const { moment, overdue } = stops;
  return {
    finished: finishedText(),
    ready: readyText(),
    stops: stops.stops.map(stopText),
    moments: [
      ...(moment?.next ? [say("runbook.next", { at: timeText(moment.next) })] : []),
      ...(overdue ? [words.plural("runbook.overdue", overdue)] : []),
      ...(moment ? quietTexts(moment) : [say("runbook.quiet.unknown")]),
      say("runbook.quiet.limits"),
      say("runbook.quiet.zone", { zone: time.resolvedOptions().timeZone })
    ],
    tasks: {
      before: TASKS.before.map((id) => taskOf(id, say(`runbook.${id}`, who))),
      during: TASKS.during.map((id) => taskOf(id, say(`reconnect.${id.replace("-", ".")}` as MessageKey))),
      after: TASKS.after.map((id) => taskOf(id, say(`runbook.${id}`)))
    },
    about: say("runbook.sign-in.about", who),
    reconnected:
      reconnectedAt === null
        ? ""
        : say(reconnectedBy === "configuration" ? "runbook.saved" : "runbook.reconnected", {
            at: timeText(reconnectedAt)
          }),
    proofs: proofs.map(({ id, state, at }) => ({
      id,
      state,
      text: `${say(`runbook.${id}`)}: ${say(`runbook.state.${state}`, { at: timeText(at ?? "") })}`
    }))
  };
}
