import { LightningElement, api } from "lwc";
import type { Standing, StepId, StepSummary } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { say } from "c/mccWords";

/** What the page wants shown and focused: a finding, or the step's own name. A new object is a new wish. */
export interface Target {
  readonly finding: string | null;
}

const COUNTED: readonly Standing[] = ["blocker", "problem", "unknown", "confirm", "warning", "note"];

/** The steps, each with how it stands; the chosen one is open: beside the list, or below its name where it is narrow. */
export default class MccSteps extends LightningElement {
  @api view!: View;
  @api selected: StepId | null = null;
  @api target: Target | null = null;
  /** The step whose Setup page the person came back from. */
  @api offer: StepId | null = null;

  readonly text = { steps: say("ui.steps"), checking: say("verdict.checking") };

  get items() {
    return this.view.steps.map((summary, index) => this.itemOf(summary, index + 1));
  }

  private itemOf({ step, standing, count }: StepSummary, number: number) {
    const selected = step === this.selected;
    return {
      step,
      number,
      name: say(`step.${step}`),
      standing,
      count: COUNTED.includes(standing) ? count : "",
      selected,
      current: selected ? "step" : undefined,
      offered: step === this.offer
    };
  }

  get isWaiting(): boolean {
    return this.selected === null;
  }

  handleOpen(event: Event): void {
    const { step } = (event.currentTarget as HTMLElement).dataset;
    wish(this, "openstep", { step: step as StepId, moveFocus: false });
  }
}
