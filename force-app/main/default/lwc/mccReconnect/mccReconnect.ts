import { LightningElement, api } from "lwc";
import {
  DAYS_AHEAD,
  findingKey,
  statusOf,
  TASKS,
  tickName,
  titleOf,
  type MessageKey,
  type Moment,
  type Proof,
  type Quiet,
  type Runbook,
  type Status,
  type Stop,
  type TaskId
} from "c/mccChecklist";
import { label, refusalText, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";

interface Task {
  readonly id: TaskId;
  readonly text: string;
  readonly isDone: boolean;
  /** Who did it, and when. */
  readonly by: string;
}

/** What to do next, by the page that opened; on the Connect page, the four steps follow. */
const THEN: Readonly<Record<string, MessageKey>> = {
  settings: "reconnect.settings.then",
  send: "reconnect.send.then",
  other: "reconnect.other.then"
};

const STATUS_OF: Readonly<Record<Proof["state"], Status>> = {
  holds: "passed",
  broken: "problem",
  waiting: "checking",
  unknown: "unknown"
};

/** How the names of ticks begin. */
const TICKS = tickName("closed").slice(0, -"closed".length);

type Checkbox = HTMLElement & { checked: boolean };
type Field = HTMLElement & { reportValidity: () => boolean };

/** Leads through reconnecting: what it stops and when, what to do by the page that opens, and what works again since. */
export default class MccReconnect extends LightningElement {
  @api view!: View;

  readonly label = {
    heading: label("runbook.heading"),
    title: label("reconnect.warning.title"),
    warning: label("reconnect.warning.text"),
    stops: label("runbook.stops"),
    hidden: label("runbook.hidden"),
    moment: label("runbook.moment"),
    limits: label("runbook.quiet.limits"),
    order: label("runbook.order"),
    during: label("runbook.during"),
    after: label("runbook.after"),
    question: label("reconnect.question"),
    test: label("runbook.test"),
    check: label("ui.check-step"),
    proven: label("runbook.proven"),
    remains: label("runbook.remains"),
    remainsAbout: label("runbook.remains.about"),
    finish: label("runbook.finish"),
    readOnly: label("ui.confirm.read-only")
  };
  note = "";

  private get runbook(): Runbook {
    return this.view.runbook;
  }

  get isRefused(): boolean {
    return this.view.confirming.where === "nowhere";
  }

  get isReadOnly(): boolean {
    return this.isRefused || this.view.confirming.where === "loading";
  }

  get finished(): string {
    const { closed } = this.runbook;
    if (!closed) return "";
    const values = { by: closed.by, at: timeText(closed.at), note: closed.note };
    return label(closed.note ? "runbook.finished-with" : "runbook.finished", values);
  }

  get ready(): string {
    const { waitsFor } = this.runbook;
    if (waitsFor === null) return label("runbook.not-checked");
    const steps = { texts: waitsFor.map((step) => `step.${step}`) };
    return waitsFor.length ? label("runbook.not-ready", { steps }) : label("runbook.ready");
  }

  get stops(): string[] {
    const { stops, seesAll } = this.runbook.stops;
    return stops.map((stop) => stopText(stop, seesAll));
  }

  get isHidden(): boolean {
    return !this.runbook.stops.seesAll;
  }

  /** When the next send leaves, and when none does. */
  get moments(): string[] {
    const { moment, overdue } = this.runbook.stops;
    return [
      ...(moment?.next ? [label("runbook.next", { at: timeText(moment.next) })] : []),
      ...(overdue ? [translator().plural("runbook.overdue", overdue)] : []),
      ...(moment ? quietTexts(moment) : [label("runbook.quiet.unknown")]),
      this.label.limits,
      label("runbook.quiet.zone", { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })
    ];
  }

  private tasks(ids: readonly TaskId[], textOf: (id: TaskId) => string): Task[] {
    return ids.map((id) => {
      const tick = this.runbook.ticks.get(id);
      const by = tick ? label("ui.confirm.by", { by: tick.by, at: timeText(tick.at) }) : "";
      return { id, text: textOf(id), isDone: tick !== undefined, by };
    });
  }

  get before(): Task[] {
    return this.tasks(TASKS.before, (id) => label(`runbook.${id}` as MessageKey, { user: this.user }));
  }

  get during(): Task[] {
    return this.tasks(TASKS.during, (id) => label(`reconnect.${id.replace("-", ".")}` as MessageKey));
  }

  get after(): Task[] {
    return this.tasks(TASKS.after, (id) => label(`runbook.${id}` as MessageKey));
  }

  private get user(): string {
    const { systemUser } = this.view.report.people;
    return systemUser?.name ?? systemUser?.username ?? label("runbook.nobody");
  }

  get about(): string {
    return label("runbook.sign-in.about", { user: this.user });
  }

  get signIn(): { status: Status; title: string } | null {
    const { signIn } = this.runbook;
    return signIn && { status: statusOf(signIn), title: titleOf(signIn, translator()) };
  }

  /** The question stands in its own card. */
  get asks(): boolean {
    return this.runbook.page === null;
  }

  get then(): string {
    const key = THEN[this.runbook.page ?? ""];
    return key ? label(key) : "";
  }

  get connects(): boolean {
    return this.runbook.connects;
  }

  get isReconnected(): boolean {
    return this.runbook.reconnectedAt !== null;
  }

  get reconnected(): string {
    const { reconnectedAt, reconnectedBy } = this.runbook;
    const key = reconnectedBy === "configuration" ? "runbook.saved" : "runbook.reconnected";
    return label(key, { at: timeText(reconnectedAt ?? "") });
  }

  get proofs() {
    return this.runbook.proofs.map(({ id, state, at }) => ({
      id,
      state,
      status: STATUS_OF[state],
      text: `${label(`runbook.${id}`)}: ${label(`runbook.state.${state}`, { at: timeText(at ?? "") })}`
    }));
  }

  get isProven(): boolean {
    return this.runbook.isProven;
  }

  get isOpen(): boolean {
    return !this.isProven;
  }

  get isUnderWay(): boolean {
    return this.runbook.ticks.size > 0;
  }

  get trouble(): string {
    const { trouble } = this.view.confirming;
    if (!trouble?.finding.startsWith(TICKS)) return "";
    return trouble.by === null ? refusalText(trouble) : label("ui.confirm.changed", { by: trouble.by });
  }

  handleTick(event: CustomEvent<{ checked: boolean }>): void {
    const checkbox = event.currentTarget as Checkbox;
    const { checked } = event.detail;
    const { task } = checkbox.dataset;
    // It shows what is saved, and that it isn't yet.
    checkbox.checked = !checked;
    emit(this, "ticktask", { task: task as TaskId, isDone: checked, note: "" });
  }

  handleQuestion(): void {
    emit(this, "showfinding", "marketing-cloud-tab");
  }

  handleSignIn(): void {
    const { signIn } = this.runbook;
    if (signIn) emit(this, "showfinding", findingKey(signIn));
  }

  handleCheck(): void {
    emit(this, "checkstep", { step: "reconnect", findings: [] });
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
  }

  /** It is over when all works again, or when a person says what remains. */
  handleFinish(): void {
    const note = this.note.trim();
    if (this.isOpen && note === "") {
      this.template?.querySelector<Field>("[data-id=remains]")?.reportValidity();
      return;
    }
    this.note = "";
    emit(this, "ticktask", { task: "closed", isDone: true, note });
  }
}

function stopText({ kind, count, isCutOff }: Stop, seesAll: boolean): string {
  if (count === null) return label(`runbook.${kind}.unknown`);
  const what = translator().plural(`runbook.${kind}`, count);
  if (isCutOff || (count > 0 && !seesAll)) return label("runbook.at-least", { what });
  return seesAll ? what : label("runbook.that-you-see", { what });
}

function quietTexts({ soonest, isNow, longest }: Moment): string[] {
  if (!soonest) return [label("runbook.quiet.none")];
  return [quietText(isNow ? "now" : "later", soonest), ...(longest ? [quietText("longest", longest)] : [])];
}

function quietText(kind: "now" | "later" | "longest", { from, to }: Quiet): string {
  const values = { from: timeText(from), to: timeText(to ?? ""), days: DAYS_AHEAD };
  return label(`runbook.quiet.${to === null ? (`${kind}-open` as const) : kind}`, values);
}

function timeText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(translator().language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}
