import { LightningElement, api } from "lwc";
import {
  countTexts,
  findingKey,
  verdictText,
  wordingOf,
  type Finding,
  type Status,
  type Verdict
} from "c/mccChecklist";
import { emit, type ReportFormat } from "c/mccEvents";
import { orgNow } from "c/mccGateway";
import type { View } from "c/mccSession";
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

  readonly label = {
    checkAgain: label("ui.check-again"),
    first: label("ui.first"),
    showIt: label("ui.show-it"),
    report: label("ui.report"),
    copy: label("ui.report.copy"),
    json: label("ui.report.json"),
    html: label("ui.report.html"),
    mask: label("ui.report.mask")
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
    const { running, refusal, lastCompleteReport } = this.view;
    if (running === "all" || !lastCompleteReport) return label("verdict.checking");
    return refusal === null
      ? verdictText(lastCompleteReport, translator())
      : label("ui.run-failed", { message: refusal });
  }

  get status(): Status {
    const { running, refusal, lastCompleteReport } = this.view;
    if (running === "all" || !lastCompleteReport) return "checking";
    if (refusal !== null) return "unknown";
    if (lastCompleteReport.verdict === "incomplete") return lastCompleteReport.counts.unknown ? "unknown" : "confirm";
    return STATUS_OF[lastCompleteReport.verdict];
  }

  get frame(): string {
    return `verdict slds-p-around_medium ${this.status === "passed" ? "healthy" : ""}`;
  }

  get detail(): string {
    const { refusal, lastCompleteReport, running } = this.view;
    const isLate = lastCompleteReport?.findings.some((finding) => finding.case === "timeout");
    if (refusal !== null) return label(isLate ? "common.timeout.reason" : "ui.no-access");
    return lastCompleteReport && running !== "all" ? countTexts(lastCompleteReport, translator()).join(" · ") : "";
  }

  get facts(): string {
    const { report, lastCompleteReport, checkedAt, running } = this.view;
    const { org } = report;
    const kind = org && label(org.sandbox ? "ui.sandbox" : "ui.production");
    const unknown = lastCompleteReport && !org && label("ui.org-unknown");
    const age = checkedAt && !running && ageText(checkedAt, this.now, translator().language);
    return [org?.name, kind, unknown, age].filter(Boolean).join(" · ");
  }

  get first(): string {
    const finding = this.firstFinding;
    return finding ? wordingOf(finding, translator()).first : "";
  }

  private get firstFinding(): Finding | undefined {
    const { lastCompleteReport, running, refusal } = this.view;
    if (!lastCompleteReport?.first || running === "all" || refusal !== null) return undefined;
    return lastCompleteReport.findings.find((finding) => findingKey(finding) === lastCompleteReport.first);
  }

  handleCheckAgain(): void {
    emit(this, "checkall", null);
  }

  handleShow(): void {
    if (this.firstFinding) emit(this, "showfinding", findingKey(this.firstFinding));
  }

  handleReport({ detail: { value } }: CustomEvent<{ value: ReportFormat | "mask" }>): void {
    if (value === "mask") this.masked = !this.masked;
    else emit(this, "exportreport", { format: value, masked: this.masked });
  }
}
