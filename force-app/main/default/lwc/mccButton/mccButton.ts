import { LightningElement, api } from "lwc";

/** A button among others of the same label: it says to those who hear it alone what it is about. */
export default class MccButton extends LightningElement {
  static delegatesFocus = true;
  @api label = "";
  @api about = "";
  @api iconName = "";
  @api isBrand = false;

  get look(): string {
    return `slds-button ${this.isBrand ? "slds-button_brand" : "slds-button_neutral"}`;
  }
}
