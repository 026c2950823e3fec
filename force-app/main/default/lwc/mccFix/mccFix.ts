import { LightningElement, api } from "lwc";
import type { FixPermission, SetupChange } from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import { fixer, type Outcome } from "c/mccFixer";

const ICONS: Readonly<Record<Exclude<Outcome["state"], "doing">, readonly [icon: string, variant: string]>> = {
  done: ["utility:success", "success"],
  failed: ["utility:error", "error"],
  untried: ["utility:clock", ""]
};

/** A plan of changes: what each does, agreed to one by one; and what became of them. */
export default class MccFix extends LightningElement {
  @api changes: readonly SetupChange[] = [];
  /** The saved change that they take back; null where they take none back. */
  @api undoes: string | null = null;
  /** Whether the org is being checked: what is proposed may be about to change. */
  @api isChecking = false;
  /** What the check said that ran after the changes. */
  @api afterwards = "";

  readonly label = {
    intro: label("ui.fix.intro"),
    all: label("ui.fix.all"),
    cancel: label("ui.fix.cancel"),
    close: label("ui.fix.close")
  };
  phase: "agree" | "apply" | "over" = "agree";
  private chosen: ReadonlySet<number> = new Set();
  private outcomes: ReadonlyMap<number, Outcome> = new Map();
  /** What the person looking may do in Setup; null where that is not known. */
  private permissions: ReadonlySet<FixPermission> | null = null;
  unread = "";
  private mustFocus: "h2" | "[data-id=outcome]" | null = "h2";

  connectedCallback(): void {
    void this.readPermissions();
  }

  renderedCallback(): void {
    const { mustFocus } = this;
    if (mustFocus === null) return;
    this.mustFocus = null;
    this.template?.querySelector("section")?.scrollIntoView({ block: "nearest" });
    this.template?.querySelector<HTMLElement>(mustFocus)?.focus({ preventScroll: true });
  }

  private async readPermissions(): Promise<void> {
    this.permissions = await fixer.permissions();
    this.unread = this.permissions ? "" : label("ui.fix.unread");
  }

  get title(): string {
    return this.undoes === null ? translator().plural("ui.fix.title", this.changes.length) : label("ui.fix.title-undo");
  }

  get isAgreeing(): boolean {
    return this.phase === "agree";
  }

  get isOver(): boolean {
    return this.phase === "over";
  }

  get lines() {
    return this.changes.map((change, index) => {
      const { order, before, after, effects } = details().changeTexts(change, translator());
      const lacks = this.lackedBy(change);
      return {
        key: index,
        order,
        fromTo: label("ui.fix.from-to", { before, after }),
        effects: this.isAgreeing ? effects : [],
        lacks: this.isAgreeing ? lacks : "",
        canSelect: this.isAgreeing && !lacks,
        isSelected: this.chosen.has(index),
        ...this.outcomeOf(index)
      };
    });
  }

  private lackedBy(change: SetupChange): string {
    return details().lacksText(change, this.permissions, translator());
  }

  private outcomeOf(index: number) {
    const outcome = this.outcomes.get(index);
    if (!outcome) {
      const isLeft = !this.isAgreeing && !this.chosen.has(index);
      return { state: isLeft ? "left" : "", statusText: isLeft ? label("ui.fix.left") : "", reason: "", words: "" };
    }
    const { state, reason, message, recorded } = outcome;
    if (state === "doing") return { state, statusText: label("ui.fix.doing"), reason: "", words: "" };
    const [icon, variant] = ICONS[state];
    const isLost = state === "done" && !recorded;
    return {
      state,
      icon,
      variant,
      statusText: label(state === "done" ? "change.status.done" : "change.status.failed"),
      reason: reason === null ? "" : (translator().maybe(`change.reason.${reason}`) ?? reason),
      words: isLost ? label("ui.fix.not-recorded", { message }).trim() : message
    };
  }

  private get selectable(): number[] {
    return [...this.changes.entries()].filter(([, change]) => !this.lackedBy(change)).map(([index]) => index);
  }

  get canSelectAll(): boolean {
    return this.isAgreeing && this.selectable.length > 1;
  }

  get isAllSelected(): boolean {
    return this.selectable.every((index) => this.chosen.has(index));
  }

  get applyLabel(): string {
    const { size } = this.chosen;
    return size ? translator().plural("ui.fix.apply", size) : label("ui.fix.apply-none");
  }

  get cannotApply(): boolean {
    return this.chosen.size === 0 || this.isChecking;
  }

  /** How it ended, in one sentence. */
  get outcome(): string {
    if (!this.isOver) return "";
    const done = this.doneCount;
    const total = this.chosen.size;
    if (done === total) return translator().plural("ui.fix.done", done);
    return done === 0 ? label("ui.fix.none") : label("ui.fix.partly", { done, total });
  }

  private get doneCount(): number {
    return [...this.outcomes.values()].filter(({ state }) => state === "done").length;
  }

  handleSelect(event: CustomEvent<{ checked: boolean }>): void {
    const index = Number((event.target as HTMLElement).dataset.index);
    const others = [...this.chosen].filter((each) => each !== index);
    this.chosen = new Set(event.detail.checked ? [...others, index] : others);
  }

  handleAll(event: CustomEvent<{ checked: boolean }>): void {
    this.chosen = new Set(event.detail.checked ? this.selectable : []);
  }

  async handleApply(): Promise<void> {
    // A second click of the same moment.
    if (this.cannotApply || !this.isAgreeing) return;
    const places = [...this.chosen].sort((a, b) => a - b);
    const changes = places.flatMap((index) => this.changes[index] ?? []);
    this.phase = "apply";
    this.mustFocus = "h2";
    emit(this, "applying", null);
    await fixer.apply(changes, this.undoes, (at, outcome) => this.take(places[at] ?? at, outcome));
    this.phase = "over";
    this.mustFocus = "[data-id=outcome]";
    emit(this, "announce", this.outcome);
    const done = places.filter((index) => this.outcomes.get(index)?.state === "done");
    emit(this, "applied", [...new Set(done.flatMap((index) => this.changes[index]?.finding ?? []))]);
  }

  private take(index: number, outcome: Outcome): void {
    this.outcomes = new Map([...this.outcomes, [index, outcome]]);
    const line = this.lines[index];
    if (line)
      emit(this, "announce", [line.order, line.statusText, line.reason, line.words].filter(Boolean).join(" · "));
  }

  handleClose(): void {
    emit(this, "closefix", null);
  }
}
