import { LightningElement, api } from "lwc";
import { countTexts, findingKey, titleOf, verdictText, type Status, type Verdict } from "c/mccChecklist";
import { emit, relay, type ReportFormat } from "c/mccEvents";
import { orgNow } from "c/mccGateway";
import { timeOf, type View } from "c/mccSession";
import { label, translator } from "c/mccLabels";
import { ageText } from "./age.ts";
import { every } from "./ticking.ts";

const TICK = 10_000;
const STATUS_OF: Readonly<Record<Exclude<Verdict, "incomplete">, Status>> = {
  blocked: "blocker",
  problems: "problem",
  warnings: "warning",
  healthy: "passed"
};

/** The answer in one sentence, what it rests on, and the one thing to do first. */
export default class MccVerdict extends LightningElement {
  @api view!: View;
  /** A sentence about what goes on or has just been done. */
  @api notice = "";
  /** Whether what stands below the plan is still on its way. */
  @api isIncomplete = false;

  readonly label = {
    checkAgain: label("ui.check-again"),
    report: label("ui.report"),
    copy: label("ui.report.copy"),
    json: label("ui.report.json"),
    html: label("ui.report.html"),
    mask: label("ui.report.mask"),
    product: label("product.name"),
    about: label("product.about")
  };
  private masked = true;
  private now = orgNow();
  private stopTicking: (() => void) | undefined;

  connectedCallback(): void {
    this.stopTicking = every(TICK, () => {
      this.now = orgNow();
    });
  }

  disconnectedCallback(): void {
    this.stopTicking?.();
  }

  get sentence(): string {
    const { refusal, lastCompleteReport } = this.view;
    if (this.isUnknown || !lastCompleteReport) return label("verdict.checking");
    return refusal === null
      ? verdictText(lastCompleteReport, translator())
      : label("ui.run-failed", { message: refusal });
  }

  /** Before the first answers, and while other people are checked than before. */
  private get isUnknown(): boolean {
    const { running, refusal, lastCompleteReport } = this.view;
    return !lastCompleteReport || running === "people" || (running === "all" && refusal !== null);
  }

  get status(): Status {
    const { refusal, lastCompleteReport } = this.view;
    if (this.isUnknown || !lastCompleteReport) return "checking";
    if (refusal !== null) return "unknown";
    if (lastCompleteReport.verdict === "incomplete") return lastCompleteReport.counts.unknown ? "unknown" : "confirm";
    return STATUS_OF[lastCompleteReport.verdict];
  }

  /** Green only where all was checked a moment ago. */
  get frame(): string {
    const { miss, running } = this.view;
    const isHealthy = this.status === "passed" && miss === null && running !== "all";
    return `verdict slds-p-around_medium ${isHealthy ? "healthy" : ""}`;
  }

  get detail(): string {
    const { refusal, wasLost, lastCompleteReport } = this.view;
    if (!lastCompleteReport || this.isUnknown) return "";
    if (refusal === null) return countTexts(lastCompleteReport, translator()).join(" · ");
    if (wasLost) return label("ui.lost");
    const isLate = lastCompleteReport.findings.some((finding) => finding.case === "timeout");
    return label(isLate ? "common.timeout.reason" : "ui.no-access");
  }

  /** That the last check brought no answer: what stands here stood so before. */
  get miss(): string {
    const { miss, running } = this.view;
    if (!miss || running) return "";
    return label("ui.recheck.not-checked", { time: timeOf(miss.at), message: miss.message }).trim();
  }

  /** Only a card's own English says what was done: without the details there is none. */
  get progress(): string {
    const { total, done } = this.view.progress;
    return !this.isIncomplete && done.length > 0 ? label("ui.progress", { done: done.length, total }) : "";
  }

  get done() {
    return this.view.progress.done.map((finding) => ({
      key: findingKey(finding),
      title: titleOf(finding, translator())
    }));
  }

  /** The tab works today, and yet something is wrong that will stop it. */
  get atOdds(): string {
    const { lastCompleteReport } = this.view;
    if (!lastCompleteReport || !["blocked", "problems"].includes(lastCompleteReport.verdict)) return "";
    const tab = lastCompleteReport.findings.find(({ check }) => check === "marketing-cloud-tab");
    if (tab?.state !== "confirmed" || !tab.confirmation) return "";
    return label("ui.at-odds", { at: { date: tab.confirmation.at } });
  }

  get facts(): string {
    const { report, lastCompleteReport, checkedAt, running } = this.view;
    const org = report.org ?? (running ? lastCompleteReport?.org : null) ?? null;
    const kind = org && label(org.sandbox ? "ui.sandbox" : "ui.production");
    const unknown = lastCompleteReport && !org && !running && label("ui.org-unknown");
    const age = running
      ? lastCompleteReport && label("ui.checking-again")
      : checkedAt && ageText(checkedAt, this.now, translator().language);
    return [org?.name, kind, unknown, age].filter(Boolean).join(" · ");
  }

  get showsPlan(): boolean {
    return !this.isUnknown && this.view.refusal === null;
  }

  /**
   * Once the plan above it is there, so that nothing moves below a finger. It stays while all is checked again: what a person
   * said is kept in it.
   */
  get showsSymptom(): boolean {
    return this.view.refusal === null && this.view.lastCompleteReport !== null && !this.isIncomplete;
  }

  /** What has just been said below the verdict already, is not said again. */
  get ownNotice(): string {
    return this.notice === this.miss ? "" : this.notice;
  }

  handleCheckAgain(): void {
    emit(this, "checkall", null);
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }

  handleDone(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }

  handleMask(event: CustomEvent<{ checked: boolean }>): void {
    this.masked = event.detail.checked;
    emit(this, "masknames", this.masked);
  }

  handleReport({ detail: { value } }: CustomEvent<{ value: ReportFormat }>): void {
    emit(this, "exportreport", { format: value, masked: this.masked });
  }
}
