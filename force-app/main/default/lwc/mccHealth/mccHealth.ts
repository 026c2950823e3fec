import { LightningElement } from "lwc";
import viewerId from "@salesforce/user/Id";
import { findingKey, verdictText, type StepId } from "c/mccChecklist";
import type { WishEvent } from "c/mccEvents";
import { gateway } from "c/mccGateway";
import { records } from "c/mccRecords";
import { Session, type View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { say, words } from "c/mccWords";
import { handOn } from "./handOn.ts";
import { after } from "./timers.ts";

const SLOW = 8_000;

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
  private away: StepId | null = null;
  private readonly session = new Session({
    source: gateway,
    memory: records,
    viewerId,
    now: () => new Date(),
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

  get showsSteps(): boolean {
    return this.view?.refusal === null;
  }

  handleCheckAll(): void {
    if (!this.view?.running) void this.follow(this.session.checkAll(), doneText);
  }

  handleCheckStep({ detail: step }: WishEvent<"checkstep">): void {
    this.offer = null;
    if (this.view?.running) return;
    const done = (verdict: string): string => say("ui.live.step-done", { step: say(`step.${step}`), verdict });
    void this.follow(this.session.checkStep(step), done);
  }

  handleChoose({ detail: selection }: WishEvent<"choosepeople">): void {
    void this.follow(this.session.select(selection), doneText);
  }

  handleOpen({ detail: { step, moveFocus } }: WishEvent<"openstep">): void {
    this.current = step;
    this.target = moveFocus ? { finding: null } : null;
  }

  handleShow({ detail: key }: WishEvent<"showfinding">): void {
    const finding = this.view?.report.findings.find((candidate) => findingKey(candidate) === key);
    if (!finding) return;
    this.current = finding.step;
    this.target = { finding: key };
  }

  handleConfirm({ detail: { finding, holds, note } }: WishEvent<"confirmfinding">): void {
    void this.session.confirm(finding, holds, note);
  }

  handleUndo({ detail: finding }: WishEvent<"undoconfirmation">): void {
    void this.session.undo(finding);
  }

  handleChanges(): void {
    void this.session.compare();
  }

  handleLeave({ detail: step }: WishEvent<"leavefor">): void {
    this.away = step;
  }

  private readonly handleReturn = (): void => {
    if (!this.away || document.visibilityState === "hidden") return;
    this.offer = this.away;
    this.away = null;
    this.announcement = say("ui.back-offer");
  };

  handleAnnounce({ detail: text }: WishEvent<"announce">): void {
    this.announcement = text;
  }

  async handleReport({ detail: { as, masked } }: WishEvent<"handreporton">): Promise<void> {
    const report = this.view?.settled;
    if (report) this.tell(await handOn(report, as, masked));
  }

  private async open(): Promise<void> {
    await this.follow(this.session.open(), doneText);
    const first = this.view?.settled?.first;
    const finding = this.view?.settled?.findings.find((candidate) => findingKey(candidate) === first);
    this.current ??= finding?.step ?? "people";
  }

  /** Says how a run gets on. */
  private async follow(run: Promise<boolean>, done: (verdict: string) => string): Promise<void> {
    this.stopWaiting();
    this.announcement = say("ui.live.start");
    this.notice = "";
    const stop = after(SLOW, () => this.tell(say("ui.live.slow")));
    this.stopWaiting = stop;
    const finished = await run;
    if (!finished || !this.view?.settled) return;
    stop();
    this.notice = "";
    const { refusal, settled } = this.view;
    this.announcement =
      refusal === null ? done(verdictText(settled, words)) : say("ui.run-failed", { message: refusal });
  }

  private tell(sentence: string): void {
    this.announcement = sentence;
    this.notice = sentence;
  }
}

function doneText(verdict: string): string {
  return say("ui.live.done", { verdict });
}
