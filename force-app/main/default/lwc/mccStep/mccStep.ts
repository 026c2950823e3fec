import { LightningElement, api } from "lwc";
import { findingKey, isPassed, STEP_IDS, type Finding, type Status, type StepId, type Topic } from "c/mccChecklist";
import { emit, relay, type PageEvent } from "c/mccEvents";
import type { View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { label, translator } from "c/mccLabels";
import { arranger, includesAny } from "./arrange.ts";

const PAGE = 25;
const BROKEN: readonly Status[] = ["blocker", "problem"];

interface Focusable extends HTMLElement {
  focusTitle(): void;
}

/** One step: what is to be done in it, what holds, and the way on. */
export default class MccStep extends LightningElement {
  @api view!: View;
  @api step!: StepId;
  /** Offers to check the step again, since the person came back from Setup. */
  @api offered = false;

  readonly label = {
    offer: label("ui.back-offer"),
    checkStep: label("ui.check-step"),
    nothingOpen: label("ui.nothing-open"),
    more: label("ui.show-more")
  };
  private heldOpen: ReadonlySet<string> = new Set();
  private limit = PAGE;
  private foldedLimit = PAGE;
  private showsFolded = false;
  private wanted: Target | null = null;
  private readonly arrange = arranger();

  /** What to show and focus. */
  @api
  get target(): Target | null {
    return this.wanted;
  }
  set target(target: Target | null) {
    if (target === this.wanted) return;
    this.wanted = target;
    this.mustFocus = target !== null;
    // Also makes it render, after which the focus can move.
    this.heldOpen = new Set(target?.finding ? [...this.heldOpen, target.finding] : this.heldOpen);
  }
  private mustFocus = false;

  renderedCallback(): void {
    if (!this.mustFocus || !this.wanted) return;
    const { finding } = this.wanted;
    const findings = [...(this.template?.querySelectorAll<Focusable>("c-mcc-finding") ?? [])];
    const topic = finding === null ? null : this.topicOf(finding);
    const found = findings.find(({ dataset: { key } }) => key === topic);
    if (finding !== null && !found) return;
    this.mustFocus = false;
    if (found) found.focusTitle();
    else this.template?.querySelector("h2")?.focus();
  }

  get title(): string {
    return label(`step.${this.step}`);
  }

  get isChecking(): boolean {
    return this.view.steps.some(({ step, status }) => step === this.step && status === "checking");
  }

  get isPeople(): boolean {
    return this.step === "people";
  }

  private get findings(): readonly Finding[] {
    return this.view.steps.find(({ step }) => step === this.step)?.findings ?? [];
  }

  private get arranged() {
    return this.arrange(this.findings, this.heldOpen);
  }

  /** A finding that could not be judged may stand with another. @returns the key of that one */
  private topicOf(key: string): string {
    const topic = this.arranged.open.find((each) => includesAny(each, new Set([key])));
    return topic ? findingKey(topic.finding) : key;
  }

  get open() {
    return this.arranged.open
      .filter((topic, index) => index < this.limit || includesAny(topic, this.heldOpen))
      .map(itemOf);
  }

  get hasMore(): boolean {
    return this.arranged.open.length > this.limit;
  }

  get isClear(): boolean {
    return !this.isChecking && this.findings.length > 0 && this.arranged.open.length === 0;
  }

  get hasFolded(): boolean {
    return this.arranged.folded.length > 0;
  }

  get foldedText(): string {
    const { folded } = this.arranged;
    return translator().plural(folded.every(isPassed) ? "ui.passed" : "ui.folded", folded.length);
  }

  get foldIcon(): string {
    return this.showsFolded ? "utility:chevrondown" : "utility:chevronright";
  }

  get folded() {
    return this.showsFolded
      ? this.arranged.folded.slice(0, this.foldedLimit).map((finding) => itemOf({ finding, alike: [] }))
      : [];
  }

  get hasMoreFolded(): boolean {
    return this.showsFolded && this.arranged.folded.length > this.foldedLimit;
  }

  get previous(): { step: StepId; label: string } | null {
    const step = STEP_IDS[STEP_IDS.indexOf(this.step) - 1];
    return step ? { step, label: label("ui.previous-step", { step: label(`step.${step}`) }) } : null;
  }

  /** The next step, from here round to here, that has something to mend; without one, simply the next step. */
  get next(): { step: StepId; label: string } | null {
    const at = STEP_IDS.indexOf(this.step);
    const round = [...STEP_IDS.slice(at + 1), ...STEP_IDS.slice(0, at)];
    const broken = round.find((id) =>
      this.view.steps.some(({ step, status }) => step === id && BROKEN.includes(status))
    );
    if (broken) return { step: broken, label: label("ui.next-problem") };
    const step = STEP_IDS[at + 1];
    return step ? { step, label: label("ui.next-step", { step: label(`step.${step}`) }) } : null;
  }

  handleTouched(event: PageEvent<"confirmfinding" | "undoconfirmation" | "checkstep" | "choosepeople">): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    if (key) this.heldOpen = new Set([...this.heldOpen, key]);
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }

  handleCheckStep(): void {
    // The offer goes away with its button.
    this.template?.querySelector("h2")?.focus();
    emit(this, "checkstep", this.step);
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleFold(event: Event): void {
    this.showsFolded = (event.currentTarget as HTMLDetailsElement).open;
  }

  handleMoreFolded(): void {
    this.foldedLimit += PAGE;
  }

  handlePrevious(): void {
    if (this.previous) emit(this, "openstep", { step: this.previous.step, moveFocus: true });
  }

  handleNext(): void {
    if (this.next) emit(this, "openstep", { step: this.next.step, moveFocus: true });
  }
}

function itemOf({ finding, alike }: Topic) {
  return { key: findingKey(finding), finding, alike };
}
