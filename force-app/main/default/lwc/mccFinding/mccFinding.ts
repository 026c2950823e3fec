import { LightningElement, api } from "lwc";
import {
  CONFIRMATION_DAYS,
  findingKey,
  isFailed,
  statusOf,
  type Finding,
  type Here,
  type Status,
  type Wording
} from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit, relay, type Errand } from "c/mccEvents";
import { timeOf, type Recheck, type View } from "c/mccSession";

const DAY = 86_400_000;

/** One finding: what is, what should be, why it matters, and how to mend it. */
export default class MccFinding extends LightningElement {
  @api finding!: Finding;
  /** Others that could not be judged for want of the same thing. */
  @api alike: readonly Finding[] = [];
  /** One line, to be opened. */
  @api folded = false;
  @api apps: View["apps"] = [];
  /** Who may be the system user, best first. */
  @api candidates: View["report"]["people"]["candidates"] = [];
  /** The Id of the app that a person chose. */
  @api appId: string | null = null;
  @api confirming!: View["confirming"];
  /** The checks that could not be repeated, and as of when they stand. */
  @api asOf: View["asOf"] = new Map();
  /** What came of checking this again; null where nobody asked. */
  @api recheck: Recheck | null = null;
  /** What must be settled before; empty where nothing must. */
  @api waits = "";
  /** What came of asking a colleague. */
  @api said = "";
  /** Whether it can be fixed in this page; null where nothing can be changed from here. */
  @api here: Here | null = null;

  readonly label = {
    is: label("ui.is"),
    shouldBe: label("ui.should-be"),
    unchecked: label("ui.unchecked"),
    changed: label("ui.changed"),
    why: label("ui.why"),
    takeCare: label("ui.take-care"),
    source: label("ui.source"),
    fix: label("ui.fix"),
    look: label("ui.look"),
    choose: label("ui.app.choose")
  };

  private isUnfolded = false;

  /** Moves the focus to the finding's title. */
  @api
  focusTitle(): void {
    this.template?.querySelector("article")?.scrollIntoView({ block: "start" });
    this.template?.querySelector("h3")?.focus({ preventScroll: true });
  }

  /** Moves the focus to what came of checking this again. */
  @api
  focusAnswer(): void {
    this.template?.querySelector<HTMLElement>("[data-id=answer]")?.focus();
  }

  get answerText(): string {
    return this.recheck?.text ?? "";
  }

  get answerIcon(): { readonly name: string; readonly variant: string } {
    const { outcome } = this.recheck ?? {};
    if (outcome === "fixed") return { name: "utility:success", variant: "success" };
    return outcome === "not-checked"
      ? { name: "utility:warning", variant: "warning" }
      : { name: "utility:refresh", variant: "" };
  }

  /** What was fixed a moment ago needs no more than its answer. */
  private get isJustFixed(): boolean {
    return this.recheck?.outcome === "fixed" && this.isSettled;
  }

  /** That this could not be checked again, and as of when it stands. */
  get age(): string {
    const at = this.asOf.get(this.finding.check);
    return at ? label("ui.as-of", { time: timeOf(at) }) : "";
  }

  /** Who confirmed it, and until when that counts where it is saved. */
  get confirmedBy(): string {
    const { state, confirmation } = this.finding;
    if (state !== "confirmed" || !confirmation) return "";
    // What was just asked is saved nowhere, and is asked again with the next check.
    if (confirmation.isJustAsked) return confirmation.by;
    const date = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium" });
    const until = new Date(Date.parse(confirmation.at) + CONFIRMATION_DAYS * DAY);
    return label("ui.confirmed-by", { by: confirmation.by, until: date.format(until) });
  }

  get wording(): Wording {
    return details().wordingOf(this.finding, translator());
  }

  /** Who changed it, where the sentence about what is doesn't say. */
  get changed(): string {
    const { changed, values } = this.finding;
    return changed && values.changedBy === undefined ? details().changedText(changed, translator()) : "";
  }

  get status(): Status {
    return statusOf(this.finding);
  }

  /** What was not checked, where the finding is about more than its own label says. */
  get unchecked(): string[] {
    return details().uncheckedOf([this.finding, ...this.alike], translator());
  }

  get isGap(): boolean {
    return this.unchecked.length > 0;
  }

  get isOfOneCheck(): boolean {
    return !this.isGap;
  }

  private get isSettled(): boolean {
    return ["passed", "confirmed", "not-applicable"].includes(this.status);
  }

  get frame(): string {
    return this.folded ? "line" : "finding slds-p-around_medium";
  }

  get isOpen(): boolean {
    return !this.folded;
  }

  get showsBody(): boolean {
    return (this.isOpen && !this.isJustFixed) || this.isUnfolded;
  }

  get hasSource(): boolean {
    return this.isOpen && this.isOfOneCheck;
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

  /** One sentence is no list. */
  get stepsClass(): string {
    return this.steps.length > 1 ? "slds-list_ordered" : "";
  }

  /** Asks who the system user is. */
  private get asksSystemUser(): boolean {
    return this.finding.check === "system-user-chosen" && this.status === "unknown";
  }

  /** What speaks for and against the best candidate. */
  get guess(): string {
    const [best] = this.asksSystemUser ? this.candidates : [];
    return best
      ? label("ui.people.guess", { user: best.name, reasons: details().forAndAgainst(best, translator()) })
      : "";
  }

  get guessButton(): string {
    return label("ui.people.confirm-guess", { user: this.candidates[0]?.name ?? "" });
  }

  handleGuess(): void {
    const [best] = this.candidates;
    // The button goes away with the guess.
    this.focusTitle();
    if (best) emit(this, "choosepeople", { choose: "system-user", id: best.id });
  }

  get hasFix(): boolean {
    return this.hasSteps || this.hasLinkOfItsOwn;
  }

  get fixLabel(): string {
    return this.isSettled || this.finding.state === "confirm" ? this.label.look : this.label.fix;
  }

  get address(): string {
    return this.finding.fix.link?.address ?? "";
  }

  get linkLabel(): string {
    return label("ui.open-page", { page: this.wording.fix.link ?? "" });
  }

  get risk(): string | null {
    return this.hasSteps && !this.isWalkthrough ? this.wording.fix.risk : null;
  }

  /** Empty where a check would tell nothing new. */
  get checkLabel(): string {
    if (this.isSettled || this.finding.basis !== null || this.asksSystemUser) return "";
    return label(isFailed(this.finding) ? "ui.check-step-again" : "ui.check-step");
  }

  get canConfirm(): boolean {
    return this.finding.basis !== null;
  }

  get isWalkthrough(): boolean {
    return this.finding.check === "marketing-cloud-tab" && !this.isSettled && this.canConfirm;
  }

  get appOptions() {
    const isTwice = (name: string): boolean => this.apps.filter((app) => app.name === name).length > 1;
    const apps = this.apps.map(({ id, name }) => ({ value: id, label: isTwice(name) ? `${name} (${id})` : name }));
    const options = this.chosenApp ? [...apps, { value: "", label: label("ui.app.none") }] : apps;
    return options.map((app) => ({ ...app, key: `app-${app.value}`, isChosen: app.value === this.chosenApp }));
  }

  /** Only a person knows which of several it is, or that one under another name is the right one; they may have erred. */
  get canChooseApp(): boolean {
    const { check } = this.finding;
    return check === "app-installed" && this.apps.length > 0 && (!this.isSettled || this.chosenApp !== null);
  }

  /** The Id of the app that a person chose; null where nobody did. */
  get chosenApp(): string | null {
    return this.finding.case === "chosen" ? this.appId : null;
  }

  get chooseAppLabel(): string {
    return label(isFailed(this.finding) ? "ui.app.other" : "ui.app.which");
  }

  handleApp(event: Event): void {
    emit(this, "choosepeople", { choose: "app", id: (event.target as HTMLInputElement).value });
  }

  handleFold(event: Event): void {
    this.isUnfolded = (event.currentTarget as HTMLDetailsElement).open;
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }

  /** All that the card is about. */
  get errand(): Errand {
    return { step: this.finding.step, findings: [this.finding, ...this.alike].map(findingKey) };
  }

  handleLeave(): void {
    emit(this, "leavefor", this.errand);
  }
}
