import { LightningElement, api } from "lwc";
import type { Status, StepId, StepSummary } from "c/mccChecklist";
import { emit, relay } from "c/mccEvents";
import type { View } from "c/mccSession";
import { label } from "c/mccLabels";

/** What the page wants shown and focused: a finding, or the step's own name. A new object asks for it again. */
export interface Target {
  readonly finding: string | null;
}

const COUNTED: readonly Status[] = ["blocker", "problem", "unknown", "confirm", "warning", "note"];

/** The steps, each with its status; the chosen one is open: beside the list, or below its name where it is narrow. */
export default class MccSteps extends LightningElement {
  @api view!: View;
  @api selected: StepId | null = null;
  @api target: Target | null = null;
  /** The step whose Setup page the person came back from. */
  @api offer: StepId | null = null;

  readonly label = { steps: label("ui.steps"), checking: label("verdict.checking") };

  get items() {
    return this.view.steps.map((summary, index) => this.itemOf(summary, index + 1));
  }

  private itemOf({ step, status, count }: StepSummary, number: number) {
    const selected = step === this.selected;
    return {
      step,
      number,
      name: label(`step.${step}`),
      status,
      count: COUNTED.includes(status) ? count : "",
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
    emit(this, "openstep", { step: step as StepId, moveFocus: false });
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }
}
