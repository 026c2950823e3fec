import { LightningElement, api } from "lwc";
import {
  breakingChangesOf,
  findingKey,
  isFailed,
  isPassed,
  statusOf,
  type Finding,
  type Here,
  type Status,
  type VisitText
} from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit, relay, type Errand } from "c/mccEvents";
import type MccTour from "c/mccTour";
import { timeOf, type Recheck, type View } from "c/mccSession";

/** As many names as are shown at first. */
const PAGE = 10;

/** What one visit to Setup settles: the fields of one page, for one person or for many who need the same. */
export default class MccVisit extends LightningElement {
  @api
  get findings(): readonly Finding[] {
    return this.given;
  }
  set findings(findings: readonly Finding[]) {
    this.given = findings;
    // There may be thousands, and a template asks many times.
    this.text = details().visitText({ findings }, translator());
  }
  private given: readonly Finding[] = [];
  private text!: VisitText;
  @api confirming!: View["confirming"];
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
    field: label("ui.visit.field"),
    is: label("ui.is"),
    expected: label("ui.should-be"),
    changed: label("ui.changed"),
    why: label("ui.why"),
    takeCare: label("ui.take-care"),
    fix: label("ui.fix"),
    look: label("ui.look"),
    people: label("ui.visit.who"),
    source: label("ui.source"),
    copy: label("ui.visit.copy"),
    more: label("ui.show-more")
  };
  private limit = PAGE;

  /** @param key the finding that somebody looks for; null: none of its own */
  @api
  focusTitle(key: string | null = null): void {
    const tour = this.template?.querySelector<HTMLElement & Pick<MccTour, "focusQuestion">>("c-mcc-tour");
    if (key !== null && tour?.focusQuestion(key)) return;
    this.template?.querySelector("article")?.scrollIntoView({ block: "start" });
    this.template?.querySelector("h3")?.focus({ preventScroll: true });
  }

  @api
  focusAnswer(): void {
    this.template?.querySelector<HTMLElement>("[data-id=answer]")?.focus();
  }

  private get first(): Finding {
    return this.findings[0] as Finding;
  }

  get status(): Status {
    return this.text.status;
  }

  get title(): string {
    return this.text.title;
  }

  /** Marketing Cloud's settings stand on pages of its own: a table of them would be far from where each is seen. */
  get isTour(): boolean {
    return this.first.step === "marketing-cloud";
  }

  /** Who changed what, as far as the audit trail tells. */
  get causes() {
    return breakingChangesOf(this.findings, null).map((cause) => ({
      key: cause.change.id,
      text: details().breakingChangeLine(cause, translator())
    }));
  }

  get hasCauses(): boolean {
    return this.causes.length > 0;
  }

  get fields() {
    return this.text.settings.map(({ key, finding, wording, who }) => ({
      key,
      check: finding.check,
      status: statusOf(finding),
      field: wording.label,
      actual: wording.actual,
      expected: wording.expected,
      who
    }));
  }

  get reasons() {
    return this.text.reasons.map(({ label: field, reason }) => ({
      key: `${field}/${reason}`,
      field: field && `${field}:`,
      reason
    }));
  }

  get risks() {
    return this.text.risks.map((text) => ({ key: text, text }));
  }

  get hasRisks(): boolean {
    return this.text.risks.length > 0;
  }

  get hasSources(): boolean {
    return this.text.sources.length > 0;
  }

  get sources() {
    return this.text.sources;
  }

  get areMany(): boolean {
    return this.text.people.length > 1;
  }

  get people() {
    return this.text.people.slice(0, this.limit).map(({ id, name, username }) => ({
      key: id ?? username ?? "",
      name: name ?? username ?? "",
      username: name ? username : null
    }));
  }

  get hasMore(): boolean {
    return this.text.people.length > this.limit;
  }

  /** The link stands where the page is first opened. */
  get ways() {
    return this.text.ways.map(({ who, steps }, at) => {
      const opened = at || !this.address ? -1 : steps.findIndex(({ step }) => step.startsWith("open"));
      return { key: who, who, steps: steps.map((each, place) => ({ ...each, leads: place === opened })) };
    });
  }

  get fixLabel(): string {
    return this.text.isToLook ? this.label.look : this.label.fix;
  }

  get address(): string {
    return this.text.address;
  }

  get linkLabel(): string {
    return label("ui.open-page", { page: this.text.page });
  }

  get questions() {
    return this.findings
      .filter(({ basis }) => basis !== null)
      .map((finding) => {
        const { label: setting, title, lapsed } = details().wordingOf(finding, translator());
        return { key: findingKey(finding), finding, setting, title, lapsed };
      });
  }

  /** Empty where a check would tell nothing new: what a person saw is settled by an answer. */
  get checkLabel(): string {
    const isChecked = this.findings.some(
      (finding) => (finding.basis === null && !isPassed(finding)) || (isFailed(finding) && finding.state !== "refuted")
    );
    return isChecked ? label("ui.check-step-again") : "";
  }

  get answerText(): string {
    return this.recheck?.text ?? "";
  }

  get age(): string {
    const at = this.findings.flatMap(({ check }) => this.asOf.get(check) ?? [])[0];
    return at ? label("ui.as-of", { time: timeOf(at) }) : "";
  }

  handleMore(): void {
    this.limit = this.text.people.length;
  }

  async handleCopy(): Promise<void> {
    const usernames = this.text.people.flatMap(({ username }) => username ?? []);
    try {
      await navigator.clipboard.writeText(usernames.join("\n"));
      emit(this, "announce", translator().plural("ui.visit.copied", usernames.length));
    } catch {
      emit(this, "announce", label("ui.report.not-copied"));
    }
  }

  get errand(): Errand {
    return { step: this.first.step, findings: this.findings.map(findingKey) };
  }

  handleLeave(): void {
    emit(this, "leavefor", this.errand);
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }
}
