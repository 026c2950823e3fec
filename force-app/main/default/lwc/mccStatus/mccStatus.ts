import { LightningElement, api } from "lwc";
import type { Status } from "c/mccChecklist";
import { label } from "c/mccLabels";
import { ICONS } from "./icons.ts";

/** A status: an icon and its name, the same pair everywhere. */
export default class MccStatus extends LightningElement {
  @api status: Status = "checking";
  @api size: "xx-small" | "x-small" | "small" = "xx-small";
  /** Leaves the name to screen readers and to the pointer. */
  @api iconOnly = false;

  get name(): string {
    return label(`status.${this.status}`);
  }

  get showsName(): boolean {
    return !this.iconOnly;
  }

  get hiddenName(): string | undefined {
    return this.iconOnly ? this.name : undefined;
  }

  get icon(): string {
    return ICONS[this.status].name;
  }

  get variant(): string | undefined {
    return ICONS[this.status].variant;
  }
}
