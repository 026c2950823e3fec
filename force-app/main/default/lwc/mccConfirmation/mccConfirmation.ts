import { LightningElement, api } from "lwc";
import { findingKey, type Finding } from "c/mccChecklist";
import { emit } from "c/mccEvents";
import { label, refusalText, translator } from "c/mccLabels";
import type { Confirming } from "c/mccSession";

/** Asks the person what only they can see, or shows what they said. */
export default class MccConfirmation extends LightningElement {
  @api finding!: Finding;
  /** What is to be confirmed, as Setup calls it. */
  @api setting = "";
  @api confirming!: Confirming;

  readonly label = {
    question: label("ui.confirm.question"),
    yes: label("ui.confirm.yes"),
    no: label("ui.confirm.no"),
    note: label("ui.confirm.note"),
    undo: label("ui.confirm.undo"),
    fixed: label("ui.confirm.fixed"),
    readOnly: label("ui.confirm.read-only")
  };
  private note = "";
  /** The button that takes the focus over from the one that was clicked and goes away. */
  private focusAfterRender: "undo" | "yes" | null = null;
  private announced = "";

  renderedCallback(): void {
    this.announceTrouble();
    const button =
      this.focusAfterRender && this.template?.querySelector<HTMLElement>(`[data-id=${this.focusAfterRender}]`);
    if (!button) return;
    this.focusAfterRender = null;
    button.focus();
  }

  private announceTrouble(): void {
    if (this.trouble === this.announced) return;
    this.announced = this.trouble;
    if (!this.trouble) return;
    emit(this, "announce", this.trouble);
    this.focusAfterRender &&= this.isAnswered ? "undo" : "yes";
  }

  get mayAnswer(): boolean {
    return this.confirming.where !== "nowhere";
  }

  get canFix(): boolean {
    return this.mayAnswer && this.finding.state === "refuted";
  }

  get mustWait(): boolean {
    return this.confirming.where === "loading" || this.isSaving;
  }

  private get isSaving(): boolean {
    return this.confirming.saving.includes(findingKey(this.finding));
  }

  /** What goes on, or how long the answer is saved. */
  get status(): string {
    if (this.isSaving) return label("ui.confirm.saving");
    const { where } = this.confirming;
    if (where === "visit") return label("ui.confirm.visit");
    return where === "org" && !this.isAnswered ? label("ui.confirm.saved") : "";
  }

  get trouble(): string {
    const { trouble } = this.confirming;
    if (trouble?.finding !== findingKey(this.finding)) return "";
    return trouble.by === null ? refusalText(trouble) : label("ui.confirm.changed", { by: trouble.by });
  }

  get isAnswered(): boolean {
    return this.finding.state === "confirmed" || this.finding.state === "refuted";
  }

  get group(): string {
    return `${this.setting}: ${this.label.question}`;
  }

  get answer(): string {
    return this.finding.state === "confirmed" ? this.label.yes : this.label.no;
  }

  get by(): string {
    const { confirmation } = this.finding;
    if (!confirmation) return "";
    const at = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium", timeStyle: "short" });
    return label("ui.confirm.by", { by: confirmation.by, at: at.format(new Date(confirmation.at)) });
  }

  get answerNote(): string {
    return this.finding.confirmation?.note ?? "";
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
  }

  handleYes(): void {
    this.answerWith(true);
  }

  handleNo(): void {
    this.answerWith(false);
  }

  private answerWith(holds: boolean): void {
    this.focusAfterRender = "undo";
    emit(this, "confirmfinding", { finding: findingKey(this.finding), holds, note: this.note.trim() });
  }

  /** Whoever fixed it has seen it: that is their answer. */
  handleFixed(): void {
    this.note = this.answerNote;
    this.answerWith(true);
  }

  handleUndo(): void {
    this.focusAfterRender = "yes";
    emit(this, "undoconfirmation", findingKey(this.finding));
  }
}
