import { LightningElement, api } from "lwc";
import { checkOf, findingKey, type Finding, type MessageKey } from "c/mccChecklist";
import { label, refusalText, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { Confirming } from "c/mccSession";

/** Asks the person what only they can see, or shows what they said. */
export default class MccConfirmation extends LightningElement {
  @api finding!: Finding;
  /** What is to be confirmed, as Setup calls it. */
  @api setting = "";
  @api confirming!: Confirming;

  readonly label = {
    question: label("ui.confirm.question"),
    note: label("ui.confirm.note"),
    undo: label("ui.confirm.undo"),
    fixed: label("ui.confirm.fixed"),
    cannotSee: label("ui.confirm.cannot-see"),
    readOnly: label("ui.confirm.read-only")
  };
  private note = "";
  /** The button that takes the focus over from the one that was clicked and goes away. */
  private focusAfterRender: "undo" | "choice" | null = null;
  /** Whoever fixed it is asked anew, where more than one answer would be right. */
  private isAskedAnew = false;
  /** Who could tell; empty until somebody can't see it. */
  whoCan = "";
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
    this.focusAfterRender &&= this.isAnswered ? "undo" : "choice";
  }

  get mayAnswer(): boolean {
    return this.confirming.where !== "nowhere";
  }

  /** What Marketing Cloud answers each time is nothing to undo. */
  get mayUndo(): boolean {
    return this.mayAnswer && !this.finding.confirmation?.isJustAsked;
  }

  get canFix(): boolean {
    return this.mayUndo && this.finding.state === "refuted";
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
    const { state } = this.finding;
    return state === "confirmed" || (state === "refuted" && !this.isAskedAnew);
  }

  get group(): string {
    return `${this.setting}: ${this.label.question}`;
  }

  /** In the check's own words, in which it asks. */
  get answers() {
    const { check } = this.finding;
    return Object.keys(checkOf(check).answers ?? {}).map((id) => ({ id, text: this.textOf(id) }));
  }

  private get right(): readonly string[] {
    const given = Object.entries(checkOf(this.finding.check).answers ?? {});
    return given.filter(([, is]) => is === "right").map(([id]) => id);
  }

  private textOf(answer: string): string {
    return label(`${this.finding.check}.answer.${answer}` as MessageKey);
  }

  /** What was said; where that was no more than whether it is right, the title says it. */
  get answer(): string {
    const { confirmation, case: name } = this.finding;
    return confirmation?.answer === name ? this.textOf(name) : "";
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

  handleAnswer(event: Event): void {
    this.answerWith((event.currentTarget as HTMLElement).dataset.answer ?? "");
  }

  private answerWith(answer: string): void {
    this.focusAfterRender = "undo";
    this.isAskedAnew = false;
    this.whoCan = "";
    emit(this, "confirmfinding", { finding: findingKey(this.finding), answer, note: this.note.trim() });
  }

  /** Nothing is saved of what nobody saw. */
  handleCannotSee(): void {
    const { check } = this.finding;
    const own = translator().maybe(`${check}.cannot-see`);
    this.whoCan = own ?? label(`common.cannot-see.${checkOf(check).about}` as MessageKey);
    emit(this, "announce", this.whoCan);
  }

  /** Whoever fixed it has seen it. What was noted of how it was before is noted no more. */
  handleFixed(): void {
    this.note = "";
    const [only, another] = this.right;
    if (only !== undefined && another === undefined) {
      this.answerWith(only);
      return;
    }
    this.isAskedAnew = true;
    this.focusAfterRender = "choice";
  }

  handleUndo(): void {
    this.focusAfterRender = "choice";
    emit(this, "undoconfirmation", findingKey(this.finding));
  }
}
