import { LightningElement, api } from "lwc";
import formFactor from "@salesforce/client/formFactor";
import { label } from "c/mccDetails";

/** A link to a page beside the wizard. Tells with `leave` that it was followed. */
export default class MccLink extends LightningElement {
  @api address = "";
  @api label = "";
  /** What tells it from other links of the same label, to those who hear it alone. */
  @api about = "";
  /** Leads into Setup, which is hard to use on a phone. */
  @api isSetup = false;

  readonly newTab = label("ui.opens-new-tab");
  readonly wantsDesktop = label("ui.wants-desktop");

  get look(): string {
    return this.isSetup ? "slds-button slds-button_neutral page" : "";
  }

  get needsDesktop(): boolean {
    return this.isSetup && formFactor === "Small";
  }

  handleClick(): void {
    this.dispatchEvent(new CustomEvent("leave"));
  }
}
