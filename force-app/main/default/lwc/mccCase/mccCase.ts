import { LightningElement, api } from "lwc";
import { label } from "c/mccDetails";
import { emit } from "c/mccEvents";

/** The text for a support case, to be read before it is copied. */
export default class MccCase extends LightningElement {
  @api text = "";
  /** Whether pseudonyms took the place of names. */
  @api masked = false;

  readonly label = {
    title: label("ui.report.preview"),
    copy: label("ui.report.copy-text"),
    close: label("ui.report.close")
  };
  outcome = "";
  private hasFocus = false;

  renderedCallback(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    this.template?.querySelector("h2")?.focus();
  }

  get about(): string {
    return label(this.masked ? "ui.report.preview.masked" : "ui.report.preview.whole");
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = label(this.masked ? "ui.report.copied-masked" : "ui.report.copied");
    } catch {
      this.outcome = label("ui.report.not-copied");
    }
    emit(this, "announce", this.outcome);
  }

  handleClose(): void {
    emit(this, "closecase", null);
  }
}
