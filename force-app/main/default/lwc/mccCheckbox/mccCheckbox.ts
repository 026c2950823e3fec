import { LightningElement, api } from "lwc";

/**
 * A checkbox whose label may take several lines: they stand beside the box. Those of the base component begin below it.
 * The blueprint of SLDS, with the label as its grid.
 */
export default class MccCheckbox extends LightningElement {
  static delegatesFocus = true;
  @api label = "";
  @api disabled = false;
  private isChecked = false;

  @api
  get checked(): boolean {
    return this.isChecked;
  }

  set checked(checked: boolean) {
    this.isChecked = checked;
  }

  /** As from the base component: what the person wants, in `detail.checked`. */
  handleChange(event: Event): void {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.isChecked = checked;
    this.dispatchEvent(new CustomEvent("change", { detail: { checked } }));
  }
}
