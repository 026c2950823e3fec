import { LightningElement, api } from "lwc";
import type { Here } from "c/mccChecklist";
import { label } from "c/mccDetails";
import { emit, type Errand } from "c/mccEvents";

/** What somebody can do about a card: fix it here, check it again, or ask a colleague, with names of people or without. */
export default class MccActions extends LightningElement {
  /** What the card is about. */
  @api errand!: Errand;
  /** What tells the buttons from others of the same name. */
  @api about = "";
  /** null where nothing can be changed from here. */
  @api here: Here | null = null;
  /** Empty where a check would tell nothing new. */
  @api checkLabel = "";
  /** What came of asking a colleague. */
  @api said = "";

  readonly label = {
    fix: label("ui.fix.here"),
    ask: label("ui.ask"),
    copy: label("ui.ask.copy"),
    copyMasked: label("ui.ask.copy-masked")
  };

  get alternativeText(): string {
    return `: ${this.about}`;
  }

  handleFix(): void {
    emit(this, "openfix", this.errand.findings);
  }

  handleCheck(): void {
    emit(this, "checkstep", this.errand);
  }

  handleAsk({ detail: { value } }: CustomEvent<{ value: string }>): void {
    emit(this, "askcolleague", { findings: this.errand.findings, masked: value === "masked" });
  }
}
