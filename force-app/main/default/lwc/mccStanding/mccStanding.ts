import { LightningElement, api } from "lwc";
import type { Standing } from "c/mccChecklist";
import { say } from "c/mccWords";
import { ICONS } from "./icons.ts";

/** How something stands: an icon and its word, the same pair everywhere. */
export default class MccStanding extends LightningElement {
  @api standing: Standing = "checking";
  @api size: "xx-small" | "x-small" | "small" = "xx-small";
  /** Leaves the word to screen readers and to the pointer. */
  @api iconOnly = false;

  get word(): string {
    return say(`standing.${this.standing}`);
  }

  get showsWord(): boolean {
    return !this.iconOnly;
  }

  get hiddenWord(): string | undefined {
    return this.iconOnly ? this.word : undefined;
  }

  get icon(): string {
    return ICONS[this.standing].name;
  }

  get variant(): string | undefined {
    return ICONS[this.standing].variant;
  }
}
