import { LightningElement, api } from "lwc";
import { findingKey, isHeld, STEP_IDS, type Finding, type Standing, type StepId, type Topic } from "c/mccChecklist";
import { wish, type WishEvent } from "c/mccEvents";
import type { View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { say, words } from "c/mccWords";
import { arranger, tells } from "./arrange.ts";

const PAGE = 25;
const BROKEN: readonly Standing[] = ["blocker", "problem"];

interface Focusable extends HTMLElement {
  focusTitle(): void;
}

/** One step: what is to be done in it, what holds, and the way on. */
export default class MccStep extends LightningElement {
  @api view!: View;
  @api step!: StepId;
  /** Offers to check the step again, since the person came back from Setup. */
  @api offered = false;

  readonly text = {
    offer: say("ui.back-offer"),
    checkStep: say("ui.check-step"),
    checking: say("standing.checking"),
    nothingOpen: say("ui.nothing-open"),
    more: say("ui.show-more")
  };
  private kept: ReadonlySet<string> = new Set();
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
    this.kept = new Set(target?.finding ? [...this.kept, target.finding] : this.kept);
  }
  private mustFocus = false;

  renderedCallback(): void {
    if (!this.mustFocus || !this.wanted) return;
    const { finding } = this.wanted;
    const findings = [...(this.template?.querySelectorAll<Focusable>("c-mcc-finding") ?? [])];
    const told = finding === null ? null : this.keyThatTells(finding);
    const found = findings.find(({ dataset: { key } }) => key === told);
    if (finding !== null && !found) return;
    this.mustFocus = false;
    if (found) found.focusTitle();
    else this.template?.querySelector("h2")?.focus();
  }

  get title(): string {
    return say(`step.${this.step}`);
  }

  get isChecking(): boolean {
    return this.view.steps.some(({ step, standing }) => step === this.step && standing === "checking");
  }

  get isPeople(): boolean {
    return this.step === "people";
  }

  private get findings(): readonly Finding[] {
    return this.view.steps.find(({ step }) => step === this.step)?.findings ?? [];
  }

  private get arranged() {
    return this.arrange(this.findings, this.kept);
  }

  /** A finding that could not be judged may be told with another. */
  private keyThatTells(key: string): string {
    const topic = this.arranged.open.find((each) => tells(each, new Set([key])));
    return topic ? findingKey(topic.finding) : key;
  }

  get open() {
    return this.arranged.open.filter((topic, index) => index < this.limit || tells(topic, this.kept)).map(itemOf);
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
    return words.plural(folded.every(isHeld) ? "ui.held" : "ui.folded", folded.length);
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
    return step ? { step, label: say("ui.previous-step", { step: say(`step.${step}`) }) } : null;
  }

  /** The next step, from here round to here, that has something to mend; without one, simply the next step. */
  get next(): { step: StepId; label: string } | null {
    const at = STEP_IDS.indexOf(this.step);
    const round = [...STEP_IDS.slice(at + 1), ...STEP_IDS.slice(0, at)];
    const broken = round.find((id) =>
      this.view.steps.some(({ step, standing }) => step === id && BROKEN.includes(standing))
    );
    if (broken) return { step: broken, label: say("ui.next-problem") };
    const step = STEP_IDS[at + 1];
    return step ? { step, label: say("ui.next-step", { step: say(`step.${step}`) }) } : null;
  }

  private keep(key: string): void {
    this.kept = new Set([...this.kept, key]);
  }

  handleTouched(event: WishEvent<"confirmfinding"> | WishEvent<"checkstep">): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    if (key) this.keep(key);
  }

  handleCheckStep(): void {
    // The offer goes away with its button.
    this.template?.querySelector("h2")?.focus();
    wish(this, "checkstep", this.step);
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
    if (this.previous) wish(this, "openstep", { step: this.previous.step, moveFocus: true });
  }

  handleNext(): void {
    if (this.next) wish(this, "openstep", { step: this.next.step, moveFocus: true });
  }
}

function itemOf({ finding, alike }: Topic) {
  return { key: findingKey(finding), finding, alike };
}
