import { LightningElement, api } from "lwc";
import { label } from "c/mccDetails";
import { emit } from "c/mccEvents";

/** A message to the person who can do it: with the names of people, or without. */
export default class MccAsk extends LightningElement {
  /** Keys of what is asked for. */
  @api findings: readonly string[] = [];
  /** What tells the button from others of the same name. */
  @api about = "";

  /** What came of it. */
  @api said = "";

  readonly label = {
    ask: label("ui.ask"),
    copy: label("ui.ask.copy"),
    copyMasked: label("ui.ask.copy-masked")
  };

  get alternativeText(): string {
    return `: ${this.about}`;
  }

  handleSelect({ detail: { value } }: CustomEvent<{ value: string }>): void {
    emit(this, "askcolleague", { findings: this.findings, masked: value === "masked" });
  }
}
