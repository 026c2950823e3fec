import { LightningElement, api } from "lwc";
import {
  findingKey,
  statusOf,
  tickName,
  titleOf,
  type MessageKey,
  type Proof,
  type Runbook,
  type RunbookText,
  type Status,
  type TaskId
} from "c/mccChecklist";
import { details, label, refusalText, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";

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
  @api
  get view(): View {
    return this.shown;
  }
  set view(view: View) {
    this.shown = view;
    // A template asks many times.
    this.text = details().runbookText(view.runbook, this.systemUser, translator());
  }
  private shown!: View;
  private text!: RunbookText;

  readonly label = {
    heading: label("runbook.heading"),
    title: label("reconnect.warning.title"),
    warning: label("reconnect.warning.text"),
    stops: label("runbook.stops"),
    hidden: label("runbook.hidden"),
    moment: label("runbook.moment"),
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

  private get systemUser(): string | undefined {
    const { systemUser } = this.view.report.people;
    return systemUser?.name ?? systemUser?.username ?? undefined;
  }

  get isHidden(): boolean {
    return !this.runbook.stops.seesAll;
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

  get proofs() {
    return this.text.proofs.map((proof) => ({ ...proof, status: STATUS_OF[proof.state] }));
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
