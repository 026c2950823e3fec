import { LightningElement } from "lwc";
import viewerId from "@salesforce/user/Id";
import { findingKey, verdictText, type StepId } from "c/mccChecklist";
import type { PageEvent } from "c/mccEvents";
import { gateway, orgNow } from "c/mccGateway";
import { records } from "c/mccRecords";
import { Session, type View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { label, loadLanguage, translator } from "c/mccLabels";
import { exportReport } from "./exportReport.ts";
import { afterChoice } from "./selection.ts";
import { after, atMost } from "./timers.ts";

/** Milliseconds, as the next one. */
const SLOW = 8_000;
/** The first paint waits for the language of the person looking, but no longer. */
const LANGUAGE_WAIT = 1_000;

/** The MCC Health tab. */
export default class MccHealth extends LightningElement {
  view: View | null = null;
  current: StepId | null = null;
  target: Target | null = null;
  /** The step whose Setup page the person came back from. */
  offer: StepId | null = null;
  /** What the live region says. */
  announcement = "";
  notice = "";
  isWaitingForLanguage = false;
  /** Components read their labels when they are made: a new key here makes all of them again. */
  private labelsKey = "English";
  private away: StepId | null = null;
  private readonly session = new Session({
    source: gateway,
    records,
    viewerId,
    now: orgNow,
    onChange: (view) => {
      this.view = view;
    }
  });
  private stopWaiting = (): void => undefined;

  connectedCallback(): void {
    window.addEventListener("focus", this.handleReturn);
    document.addEventListener("visibilitychange", this.handleReturn);
    void this.open();
  }

  disconnectedCallback(): void {
    window.removeEventListener("focus", this.handleReturn);
    document.removeEventListener("visibilitychange", this.handleReturn);
    this.stopWaiting();
    this.session.end();
  }

  get pages(): { key: string }[] {
    return this.view && !this.isWaitingForLanguage ? [{ key: this.labelsKey }] : [];
  }

  get checking(): string {
    return label("verdict.checking");
  }

  get showsSteps(): boolean {
    return this.view?.refusal === null;
  }

  handleCheckAll(): void {
    if (!this.view?.running) void this.follow(this.session.checkAll(), doneText);
  }

  handleCheckStep({ detail: step }: PageEvent<"checkstep">): void {
    this.offer = null;
    if (this.view?.running) return;
    const done = (verdict: string): string => label("ui.live.step-done", { step: label(`step.${step}`), verdict });
    void this.follow(this.session.checkStep(step), done);
  }

  handleChoose({ detail: choice }: PageEvent<"choosepeople">): void {
    if (this.view) void this.follow(this.session.select(afterChoice(this.view.selection, choice)), doneText);
  }

  handleOpen({ detail: { step, moveFocus } }: PageEvent<"openstep">): void {
    this.current = step;
    this.target = moveFocus ? { finding: null } : null;
  }

  handleShow({ detail: key }: PageEvent<"showfinding">): void {
    const finding = this.view?.report.findings.find((candidate) => findingKey(candidate) === key);
    if (!finding) return;
    this.current = finding.step;
    this.target = { finding: key };
  }

  handleConfirm({ detail: { finding, holds, note } }: PageEvent<"confirmfinding">): void {
    void this.session.confirm(finding, holds, note);
  }

  handleUndo({ detail: finding }: PageEvent<"undoconfirmation">): void {
    void this.session.undo(finding);
  }

  handleChanges(): void {
    void this.session.compare();
  }

  handleLeave({ detail: step }: PageEvent<"leavefor">): void {
    this.away = step;
  }

  private readonly handleReturn = (): void => {
    if (!this.away || document.visibilityState === "hidden") return;
    this.offer = this.away;
    this.away = null;
    this.announcement = label("ui.back-offer");
  };

  handleAnnounce({ detail: text }: PageEvent<"announce">): void {
    this.announcement = text;
  }

  async handleReport({ detail: { format, masked } }: PageEvent<"exportreport">): Promise<void> {
    const report = this.view?.lastCompleteReport;
    if (report) this.inform(await exportReport(report, format, masked));
  }

  private async open(): Promise<void> {
    const run = this.session.open();
    const language = loadLanguage();
    if (language) await this.waitFor(language);
    if (!this.isConnected) return;
    await this.follow(run, doneText);
    const first = this.view?.lastCompleteReport?.first;
    const finding = this.view?.lastCompleteReport?.findings.find((candidate) => findingKey(candidate) === first);
    this.current ??= finding?.step ?? "people";
  }

  private async waitFor(language: Promise<boolean>): Promise<void> {
    this.isWaitingForLanguage = true;
    const labeled = language.then((isLoaded) => {
      if (isLoaded) this.labelsKey = "translated";
    });
    await atMost(LANGUAGE_WAIT, labeled);
    this.isWaitingForLanguage = false;
  }

  /** Says how a run gets on. */
  private async follow(run: Promise<boolean>, done: (verdict: string) => string): Promise<void> {
    this.stopWaiting();
    this.announcement = label("ui.live.start");
    this.notice = "";
    const stop = after(SLOW, () => this.inform(label("ui.live.slow")));
    this.stopWaiting = stop;
    const finished = await run;
    if (!finished || !this.view?.lastCompleteReport) return;
    stop();
    this.notice = "";
    const { refusal, lastCompleteReport } = this.view;
    this.announcement =
      refusal === null
        ? done(verdictText(lastCompleteReport, translator()))
        : label("ui.run-failed", { message: refusal });
  }

  private inform(sentence: string): void {
    this.announcement = sentence;
    this.notice = sentence;
  }
}

function doneText(verdict: string): string {
  return label("ui.live.done", { verdict });
}
