import { LightningElement, api } from "lwc";
import formFactor from "@salesforce/client/formFactor";
import { say } from "c/mccWords";

/** A link to a page beside the wizard. Tells with `leave` that it was followed. */
export default class MccLink extends LightningElement {
  @api address = "";
  @api label = "";
  /** Leads into Setup, which is hard to use on a phone. */
  @api isSetup = false;

  readonly text = { newTab: say("ui.opens-new-tab"), wantsDesktop: say("ui.wants-desktop") };

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
