import { LightningElement, api } from "lwc";
import { findingKey, isPassed, STEP_IDS, type Finding, type StepId, type Visit } from "c/mccChecklist";
import { emit, relay, type Asked } from "c/mccEvents";
import type { Recheck, View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { details, label, translator } from "c/mccDetails";
import { arranger, includesAny } from "./arrange.ts";

const PAGE = 25;

interface Focusable extends HTMLElement {
  focusTitle(key: string | null): void;
  focusAnswer(): void;
}

/** One step: what is to be done in it, what holds, and the way on. */
export default class MccStep extends LightningElement {
  @api view!: View;
  @api step!: StepId;

  readonly label = {
    nothingOpen: label("ui.nothing-open"),
    more: label("ui.show-more")
  };
  private heldOpen: ReadonlySet<string> = new Set();
  private limit = PAGE;
  private foldedLimit = PAGE;
  private showsFolded = false;
  private showsNotes = false;
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

  /** What came of asking a colleague, beside one of the cards. */
  @api asked: Asked | null = null;

  /** What came of a check that was asked for here: the focus goes to it, unless the person has gone on. */
  @api
  get answer(): Recheck | null {
    return this.given;
  }
  set answer(answer: Recheck | null) {
    if (answer === this.given) return;
    this.given = answer;
    this.mustFocusAnswer = answer !== null;
  }
  private given: Recheck | null = null;

  /** In the template, so that a new answer makes it render, after which the focus can move. */
  get answeredAt(): string | null {
    return this.given && String(this.given.at.getTime());
  }

  private mustFocusAnswer = false;

  renderedCallback(): void {
    this.focusAnswer();
    this.focusTarget();
  }

  private focusAnswer(): void {
    if (!this.mustFocusAnswer) return;
    this.mustFocusAnswer = false;
    const isHere = Boolean(this.template?.activeElement) || document.activeElement === document.body;
    if (!isHere) return;
    const card = this.template?.querySelector<Focusable>("[data-answered]");
    if (card) card.focusAnswer();
    else this.template?.querySelector<HTMLElement>("[data-id=answer]")?.focus();
  }

  private focusTarget(): void {
    if (!this.mustFocus || !this.wanted) return;
    const { finding } = this.wanted;
    const findings = [...(this.template?.querySelectorAll<Focusable>("c-mcc-finding, c-mcc-visit") ?? [])];
    const visit = finding === null ? null : (this.visitWith(finding)?.key ?? finding);
    const found = findings.find(({ dataset: { key } }) => key === visit);
    if (finding !== null && !found) return;
    this.mustFocus = false;
    if (found) found.focusTitle(finding);
    else this.template?.querySelector("h2")?.focus();
  }

  get title(): string {
    return label(`step.${this.step}`);
  }

  get isChecking(): boolean {
    return this.view.steps.some(({ step, isChecking }) => step === this.step && isChecking);
  }

  private get recheck(): Recheck | null {
    const { recheck } = this.view;
    return recheck?.step === this.step ? recheck : null;
  }

  /** What came of checking the step, where no card says it. */
  get answerText(): string {
    const { recheck } = this;
    return recheck && !this.arranged.open.some((visit) => this.isAbout(visit)) ? recheck.text : "";
  }

  private isAbout(visit: Visit): boolean {
    return includesAny(visit, new Set(this.recheck?.findings));
  }

  get isPeople(): boolean {
    return this.step === "people";
  }

  get isReconnect(): boolean {
    const tab = this.findings.find(({ check }) => check === "marketing-cloud-tab");
    return this.step === "reconnect" && tab !== undefined && tab.state !== "not-applicable";
  }

  get asksMarketingCloud(): boolean {
    return this.step === "marketing-cloud" && this.view.marketingCloud.request !== undefined;
  }

  private get findings(): readonly Finding[] {
    return this.view.steps.find(({ step }) => step === this.step)?.findings ?? [];
  }

  private get arranged() {
    return this.arrange(this.findings, this.heldOpen);
  }

  /** @returns the card that is shown with the finding, whichever of its own it is */
  private visitWith(key: string): Visit | undefined {
    const { open, notes } = this.arranged;
    return [...open, ...notes].find((visit) => includesAny(visit, new Set([key])));
  }

  get open() {
    return this.arranged.open
      .filter((visit, index) => index < this.limit || includesAny(visit, this.heldOpen))
      .map((visit) => {
        const recheck = this.isAbout(visit) ? this.recheck : null;
        return { ...this.itemOf(visit), recheck, answered: recheck && "yes", waits: this.waitsOf(visit) };
      });
  }

  /** Several that could be judged are settled in one visit; others only lack the same. */
  private itemOf({ key, findings }: Visit) {
    const [finding, ...alike] = findings as [Finding, ...Finding[]];
    const isVisit = alike.length > 0 && finding.fix.of !== "common";
    const here = details().hereOf(findings, this.view.fixes, translator());
    return { key, finding, alike, isVisit, findings, said: this.saidOf(key), here };
  }

  /** What came of asking a colleague about it. */
  private saidOf(key: string): string {
    return this.asked?.finding === key ? this.asked.text : "";
  }

  /** What the plan has before this, where it waits. */
  private waitsOf({ key }: Visit): string {
    const { plan } = this.view;
    const visit = plan.flatMap(({ visits }) => visits).find(({ findings }) => findings.includes(key));
    const numbers = (visit?.state === "waiting" ? visit.waitsFor : []).map((line) => {
      return String(plan.findIndex((each) => each.key === line) + 1);
    });
    return numbers.length ? label("ui.visit.waits", { lines: numbers }) : "";
  }

  get hasNotes(): boolean {
    return this.arranged.notes.length > 0;
  }

  get notesText(): string {
    return translator().plural("count.notes", this.arranged.notes.flatMap(({ findings }) => findings).length);
  }

  get notes() {
    return this.showsNotes ? this.arranged.notes.slice(0, this.limit).map((visit) => this.itemOf(visit)) : [];
  }

  get hasMore(): boolean {
    const { open, notes } = this.arranged;
    return open.length > this.limit || (this.showsNotes && notes.length > this.limit);
  }

  /** Not above the people's own results, which may have more to do. */
  get isClear(): boolean {
    return !this.isPeople && !this.isChecking && this.findings.length > 0 && this.arranged.open.length === 0;
  }

  get hasFolded(): boolean {
    return this.arranged.folded.length > 0;
  }

  get foldedText(): string {
    const { folded } = this.arranged;
    return translator().plural(folded.every(isPassed) ? "ui.passed" : "ui.folded", folded.length);
  }

  /** In a language that is written from right to left, on is to the left. */
  get backIcon(): string {
    return isRightToLeft() ? "utility:chevronright" : "utility:chevronleft";
  }

  get onIcon(): string {
    return isRightToLeft() ? "utility:chevronleft" : "utility:chevronright";
  }

  get folded() {
    return this.showsFolded
      ? this.arranged.folded.slice(0, this.foldedLimit).map((finding) => this.lineOf(finding))
      : [];
  }

  private lineOf(finding: Finding) {
    const key = findingKey(finding);
    return { key, finding, said: this.saidOf(key) };
  }

  get hasMoreFolded(): boolean {
    return this.showsFolded && this.arranged.folded.length > this.foldedLimit;
  }

  get previous(): { step: StepId; label: string } | null {
    const step = STEP_IDS[STEP_IDS.indexOf(this.step) - 1];
    return step ? { step, label: label("ui.previous-step", { step: label(`step.${step}`) }) } : null;
  }

  /** The first line of the plan that is open, outside of this step; else the next step. */
  get next(): { step: StepId; label: string } | null {
    const open = this.view.plan.filter(({ state }) => state === "open");
    const at = open.findIndex(({ step }) => step === this.step);
    const line = [...open.slice(at + 1), ...open.slice(0, Math.max(at, 0))].find(({ step }) => step !== this.step);
    const step = line?.step ?? STEP_IDS[STEP_IDS.indexOf(this.step) + 1];
    if (!step) return null;
    const isProblem = line !== undefined && line.counts.toFix > 0;
    return {
      step,
      label: isProblem ? label("ui.next-problem") : label("ui.next-step", { step: label(`step.${step}`) })
    };
  }

  /** A card that somebody has been at stays where it is. */
  handleTouched(event: Event): void {
    const { key } = (event.target as HTMLElement).dataset;
    if (key) this.hold(key);
  }

  private hold(key: string): void {
    // A card of several findings stays whole, whichever of them the person is at.
    const keys = this.visitWith(key)?.findings.map(findingKey) ?? [key];
    this.heldOpen = new Set([...this.heldOpen, ...keys]);
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }

  handleNotes(event: Event): void {
    this.showsNotes = (event.currentTarget as HTMLDetailsElement).open;
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

function isRightToLeft(): boolean {
  return document.documentElement.dir === "rtl";
}
