import { LightningElement, api } from "lwc";
import {
  isBroken,
  standingOf,
  uncheckedOf,
  wordingOf,
  type Finding,
  type Selection,
  type Standing,
  type Wording
} from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { say, words } from "c/mccWords";

/** One finding: what is, what should be, why it matters, and how to mend it. */
export default class MccFinding extends LightningElement {
  @api finding!: Finding;
  /** Others that could not be judged for want of the same thing. */
  @api alike: readonly Finding[] = [];
  /** One line, to be opened. */
  @api folded = false;
  @api apps: View["apps"] = [];
  @api confirming!: View["confirming"];
  @api selection: Selection = { impactedUsers: [] };

  readonly text = {
    is: say("ui.is"),
    shouldBe: say("ui.should-be"),
    unchecked: say("ui.unchecked"),
    why: say("ui.why"),
    takeCare: say("ui.take-care"),
    source: say("ui.source"),
    fix: say("ui.fix"),
    look: say("ui.look"),
    chooseApp: say("ui.app.choose")
  };

  private isUnfolded = false;

  /** Moves the focus to the finding's title. */
  @api
  focusTitle(): void {
    this.template?.querySelector("h3")?.focus();
  }

  get wording(): Wording {
    return wordingOf(this.finding, words);
  }

  get standing(): Standing {
    return standingOf(this.finding);
  }

  /** What was not checked, where the finding is about more than its own label says. */
  get unchecked(): string[] {
    return uncheckedOf({ finding: this.finding, alike: this.alike }, words);
  }

  get isGap(): boolean {
    return this.unchecked.length > 0;
  }

  get isOfOneCheck(): boolean {
    return !this.isGap;
  }

  private get isSettled(): boolean {
    return ["holds", "confirmed", "not-applicable"].includes(this.standing);
  }

  get foldIcon(): string {
    return this.isUnfolded ? "utility:chevrondown" : "utility:chevronright";
  }

  get steps() {
    if (this.isSettled) return [];
    const { fix } = this.finding;
    return this.wording.fix.steps.map((text, index) => {
      const step = fix.steps[index] ?? text;
      return { step, text, leads: step.startsWith("open") && fix.link !== null };
    });
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  /** The link stands with the step that asks to open the page; where none does, by itself. */
  get hasLinkOfItsOwn(): boolean {
    return this.finding.fix.link !== null && !this.steps.some(({ leads }) => leads);
  }

  get hasFix(): boolean {
    return this.hasSteps || this.hasLinkOfItsOwn;
  }

  get fixLabel(): string {
    return this.isSettled || this.finding.state === "confirm" ? this.text.look : this.text.fix;
  }

  get address(): string {
    return this.finding.fix.link?.address ?? "";
  }

  get linkLabel(): string {
    return say("ui.open-page", { page: this.wording.fix.link ?? "" });
  }

  get risk(): string | null {
    return this.hasSteps && !this.isWalkthrough ? this.wording.fix.risk : null;
  }

  get checkLabel(): string {
    return say(isBroken(this.finding) ? "ui.check-step-again" : "ui.check-step");
  }

  get canCheckAgain(): boolean {
    return !this.isSettled && this.finding.basis === null;
  }

  get canConfirm(): boolean {
    return this.finding.basis !== null;
  }

  get isWalkthrough(): boolean {
    return this.finding.check === "marketing-cloud-tab" && !this.isSettled && this.canConfirm;
  }

  get appOptions() {
    if (this.finding.check !== "app-installed" || this.finding.case !== "several-apps") return [];
    return this.apps.map(({ id, name }) => ({ value: id, label: name }));
  }

  get mustChooseApp(): boolean {
    return this.appOptions.length > 0;
  }

  handleApp(event: CustomEvent<{ value: string }>): void {
    wish(this, "choosepeople", { ...this.selection, appId: event.detail.value });
  }

  handleFold(event: Event): void {
    this.isUnfolded = (event.currentTarget as HTMLDetailsElement).open;
  }

  handleLeave(): void {
    wish(this, "leavefor", this.finding.step);
  }

  handleCheckAgain(): void {
    wish(this, "checkstep", this.finding.step);
  }
}
