import { LightningElement, api } from "lwc";
import { openVisits, type StepId } from "c/mccChecklist";
import { emit, relay, type Asked } from "c/mccEvents";
import type { Recheck, StepView, View } from "c/mccSession";
import { label, translator } from "c/mccLabels";
import { watchNarrow } from "./narrow.ts";
import { placesIn } from "./places.ts";

/** What the page wants shown and focused: a finding, or the step's own name. A new object asks for it again. */
export interface Target {
  readonly finding: string | null;
}

/** The steps, each with its status and its number in the plan; the chosen one is open: beside the list, or below its name where it is narrow. */
export default class MccSteps extends LightningElement {
  @api view!: View;
  @api selected: StepId | null = null;
  @api target: Target | null = null;
  /** What came of a check that was asked for in the open step. */
  @api answer: Recheck | null = null;
  @api asked: Asked | null = null;
  /** Whether what a step shows is still on its way. */
  @api isLoading = false;

  readonly label = { steps: label("ui.steps"), checking: label("verdict.checking") };
  private isNarrow = false;
  /** The step that was tapped: its name comes to the top once it is open. */
  private tapped: StepId | null = null;
  private stopWatching: (() => void) | undefined;

  connectedCallback(): void {
    this.stopWatching = watchNarrow((isNarrow) => {
      this.isNarrow = isNarrow;
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  renderedCallback(): void {
    const { tapped } = this;
    if (tapped === null || tapped !== this.selected) return;
    this.tapped = null;
    // The step that was open above it is gone, and with it the place where the finger is.
    this.template?.querySelector(`[data-step="${tapped}"]`)?.scrollIntoView({ block: "start" });
  }

  get items() {
    const places = placesIn(this.view.plan);
    return this.view.steps.map((summary) => this.itemOf(summary, places.get(summary.step) ?? null));
  }

  private itemOf({ step, status, findings, isChecking }: StepView, number: number | null) {
    const isOpen = step === this.selected;
    // Advice is folded away.
    const open = openVisits(findings).toDo.length;
    return {
      step,
      number,
      place: number === null ? "" : label("ui.step-place", { number }),
      name: label(`step.${step}`),
      status,
      count: open ? translator().plural("ui.step-open", open) : "",
      checking: isChecking && status !== "checking" ? label("status.checking") : "",
      current: isOpen && !this.isNarrow ? "step" : undefined,
      expanded: this.isNarrow ? String(isOpen) : undefined,
      opensBelow: isOpen && this.isNarrow
    };
  }

  get opensBeside(): boolean {
    return !this.isNarrow && this.selected !== null;
  }

  get isWaiting(): boolean {
    return this.isLoading || (this.selected === null && this.view.lastCompleteReport === null);
  }

  handleOpen(event: Event): void {
    const { step: name } = (event.currentTarget as HTMLElement).dataset;
    const step = name as StepId;
    const closes = this.isNarrow && step === this.selected;
    this.tapped = this.isNarrow && !closes ? step : null;
    emit(this, "openstep", { step: closes ? null : step, moveFocus: false });
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }
}
