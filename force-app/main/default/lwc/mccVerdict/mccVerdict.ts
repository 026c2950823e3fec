import { LightningElement, api } from "lwc";
import {
  countTexts,
  findingKey,
  verdictText,
  wordingOf,
  type Finding,
  type Standing,
  type Verdict
} from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { say, words } from "c/mccWords";
import { ageText } from "./age.ts";
import { every } from "./ticking.ts";

const TICK = 10_000;
const STANDING_OF: Readonly<Record<Exclude<Verdict, "incomplete">, Standing>> = {
  blocked: "blocker",
  problems: "problem",
  warnings: "warning",
  healthy: "holds"
};

/** The answer in one sentence, what it rests on, and the one thing to do first. */
export default class MccVerdict extends LightningElement {
  @api view!: View;
  /** A sentence about what goes on or has just been done. */
  @api notice = "";

  readonly text = {
    checkAgain: say("ui.check-again"),
    first: say("ui.first"),
    showIt: say("ui.show-it"),
    report: say("ui.report"),
    copy: say("ui.report.copy"),
    json: say("ui.report.json"),
    html: say("ui.report.html"),
    mask: say("ui.report.mask")
  };
  private masked = true;
  private now = new Date();
  private stopTicking: (() => void) | undefined;

  connectedCallback(): void {
    this.stopTicking = every(TICK, () => {
      this.now = new Date();
    });
  }

  disconnectedCallback(): void {
    this.stopTicking?.();
  }

  get sentence(): string {
    const { running, refusal, settled } = this.view;
    if (running === "all" || !settled) return say("verdict.checking");
    return refusal === null ? verdictText(settled, words) : say("ui.run-failed", { message: refusal });
  }

  get standing(): Standing {
    const { running, refusal, settled } = this.view;
    if (running === "all" || !settled) return "checking";
    if (refusal !== null) return "unknown";
    if (settled.verdict === "incomplete") return settled.counts.unknown ? "unknown" : "confirm";
    return STANDING_OF[settled.verdict];
  }

  get frame(): string {
    const colour = this.standing === "holds" ? "healthy" : "";
    return `verdict slds-p-around_medium ${colour}`;
  }

  get detail(): string {
    const { refusal, settled, running } = this.view;
    const isLate = settled?.findings.some((finding) => finding.case === "timeout");
    if (refusal !== null) return say(isLate ? "common.timeout.reason" : "ui.no-access");
    return settled && running !== "all" ? countTexts(settled, words).join(" · ") : "";
  }

  get facts(): string {
    const { report, settled, checkedAt, running } = this.view;
    const { org } = report;
    const kind = org && say(org.sandbox ? "ui.sandbox" : "ui.production");
    const unknown = settled && !org && say("ui.org-unknown");
    const age = checkedAt && !running && ageText(checkedAt, this.now, words.language);
    return [org?.name, kind, unknown, age].filter(Boolean).join(" · ");
  }

  get first(): string {
    const finding = this.firstFinding;
    return finding ? wordingOf(finding, words).first : "";
  }

  private get firstFinding(): Finding | undefined {
    const { settled, running, refusal } = this.view;
    if (!settled?.first || running === "all" || refusal !== null) return undefined;
    return settled.findings.find((finding) => findingKey(finding) === settled.first);
  }

  handleCheckAgain(): void {
    wish(this, "checkall", null);
  }

  handleShow(): void {
    if (this.firstFinding) wish(this, "showfinding", findingKey(this.firstFinding));
  }

  handleReport({ detail: { value } }: CustomEvent<{ value: "markdown" | "json" | "html" | "mask" }>): void {
    if (value === "mask") this.masked = !this.masked;
    else wish(this, "handreporton", { as: value, masked: this.masked });
  }
}
