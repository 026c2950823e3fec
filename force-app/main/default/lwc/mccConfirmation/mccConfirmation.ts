import { LightningElement, api } from "lwc";
import { findingKey, type Finding } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { Confirming } from "c/mccSession";
import { refusalText, say, words } from "c/mccWords";

/** Asks the person what only they can see, or shows what they said. */
export default class MccConfirmation extends LightningElement {
  @api finding!: Finding;
  /** What is to be confirmed, as Setup calls it. */
  @api label = "";
  @api confirming!: Confirming;

  readonly text = {
    question: say("ui.confirm.question"),
    yes: say("ui.confirm.yes"),
    no: say("ui.confirm.no"),
    note: say("ui.confirm.note"),
    undo: say("ui.confirm.undo"),
    readOnly: say("ui.confirm.read-only")
  };
  private note = "";
  /** The button that was clicked makes way for this one, which takes the focus over. */
  private heir: "undo" | "yes" | null = null;

  /** What was last said to the live region. */
  private announced = "";

  renderedCallback(): void {
    this.announce();
    const button = this.heir && this.template?.querySelector<HTMLElement>(`[data-id=${this.heir}]`);
    if (!button) return;
    this.heir = null;
    button.focus();
  }

  private announce(): void {
    if (this.trouble === this.announced) return;
    this.announced = this.trouble;
    if (!this.trouble) return;
    wish(this, "announce", this.trouble);
    this.heir &&= this.isAnswered ? "undo" : "yes";
  }

  get mayAnswer(): boolean {
    return this.confirming.where !== "nowhere";
  }

  get mustWait(): boolean {
    return this.confirming.where === "recalling" || this.isSaving;
  }

  private get isSaving(): boolean {
    return this.confirming.saving.includes(findingKey(this.finding));
  }

  /** What goes on, or how long the answer is kept. */
  get status(): string {
    if (this.isSaving) return say("ui.confirm.saving");
    const { where } = this.confirming;
    if (where === "visit") return say("ui.confirm.visit");
    return where === "org" && !this.isAnswered ? say("ui.confirm.kept") : "";
  }

  get trouble(): string {
    const { trouble } = this.confirming;
    if (trouble?.finding !== findingKey(this.finding)) return "";
    return trouble.by === null ? refusalText(trouble) : say("ui.confirm.changed", { by: trouble.by });
  }

  get isAnswered(): boolean {
    return this.finding.state === "confirmed" || this.finding.state === "refuted";
  }

  get group(): string {
    return `${this.label}: ${this.text.question}`;
  }

  get answer(): string {
    return this.finding.state === "confirmed" ? this.text.yes : this.text.no;
  }

  get by(): string {
    const { confirmation } = this.finding;
    if (!confirmation) return "";
    const { language } = words;
    const at = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
    return say("ui.confirm.by", { by: confirmation.by, at: at.format(new Date(confirmation.at)) });
  }

  get givenNote(): string {
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
    this.heir = "undo";
    wish(this, "confirmfinding", { finding: this.finding, holds, note: this.note.trim() });
  }

  handleUndo(): void {
    this.heir = "yes";
    wish(this, "undoconfirmation", this.finding);
  }
}
