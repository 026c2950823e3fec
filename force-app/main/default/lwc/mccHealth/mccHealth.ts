import { LightningElement, api } from "lwc";
import viewerId from "@salesforce/user/Id";
import {
  brokenSince,
  findingKey,
  inOrderOfPlan,
  isFailed,
  isPassed,
  statusOf,
  titleOf,
  verdictText,
  type AskedMarketingCloud,
  type MarketingCloudAnswer,
  type Report,
  type StepId,
  type Story
} from "c/mccChecklist";
import { details } from "c/mccDetails";
import type { Asked, Errand, PageEvent } from "c/mccEvents";
import { fixer } from "c/mccFixer";
import { gateway, messageOf, orgNow } from "c/mccGateway";
import { records } from "c/mccRecords";
import { Session, timeOf, type Recheck, type View } from "c/mccSession";
import type { Target } from "c/mccSteps";
import { loadDetails, onDemand } from "c/mccOnDemand";
import { label, loadLanguage, translator } from "c/mccLabels";
import { askColleague, caseTextOf, exportReport } from "./exportReport.ts";
import { Fixing, type FixState } from "./fixing.ts";
import { afterChoice } from "./selection.ts";
import { after, atMost } from "./timers.ts";

/** Milliseconds, as the next one. */
const SLOW = 8_000;
/** The first paint waits for the language of the person looking, but no longer. */
const LANGUAGE_WAIT = 1_000;

/** The MCC Health tab. */
export default class MccHealth extends LightningElement {
  /** Asks Marketing Cloud, where the server of the page can: on the local page. In an org nobody passes it. */
  @api askMarketingCloud: (() => Promise<AskedMarketingCloud>) | null = null;
  view: View | null = null;
  current: StepId | null = null;
  target: Target | null = null;
  /** What came of a check that the person asked for in the open step: it takes the focus. */
  answer: Recheck | null = null;
  /** What came of asking a colleague, beside the card where it was asked. */
  asked: Asked | null = null;
  /** What the live region says. */
  announcement = "";
  notice = "";
  /** Why Marketing Cloud could not be asked, or what its admin should mend. */
  private said = "";
  /** What somebody said they see. */
  private symptom: Story["symptom"] = null;
  /** The text for a support case, while somebody reads it. */
  caseText: { readonly text: string; readonly masked: boolean } | null = null;
  private hasOpened = false;
  /** What was thrown while judging or drawing; null while nothing was. */
  private failure: string | null = null;
  isWaitingForLanguage = false;
  /** Whether what stands below the plan has been loaded. */
  private hasDetails = false;
  /** Why it could not be loaded; empty while it is on its way, and once it is there. */
  detailsFailed = "";
  /** Components read their labels when they are made: a new key here makes all of them again. */
  private labelsKey = "English";
  /** What the person went to Setup for. */
  private away: Errand | null = null;
  /** The plan of changes that is open, and what became of it. */
  fix: FixState = { plans: [], afterwards: "" };
  private readonly session: Session = new Session({
    source: gateway,
    records,
    fixer,
    viewerId,
    now: orgNow,
    askMarketingCloud: () => this.heardFromMarketingCloud(),
    onChange: (view) => {
      this.view = view;
      if (view.running === null) this.fixing.idled();
    },
    onFailure: (error) => this.fail(error)
  });
  private readonly fixing: Fixing = new Fixing({
    view: () => this.view,
    loadChanges: () => this.session.loadChanges(),
    checkAll: () => this.session.checkAll(),
    checkStep: (step, findings) => this.session.checkStep(step, findings),
    follow: (run, done) => this.follow(run, done),
    announce: (text) => {
      this.announcement = text;
    },
    onChange: (state) => {
      this.fix = state;
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

  /** A component below threw. */
  errorCallback(error: unknown): void {
    this.session.end();
    this.fail(error);
  }

  get failed(): string {
    return this.failure === null ? "" : label("ui.failed", { message: this.failure }).trim();
  }

  get checkAgain(): string {
    return label("ui.check-again");
  }

  get pages(): { key: string }[] {
    return this.view && this.failure === null && !this.isWaitingForLanguage ? [{ key: this.labelsKey }] : [];
  }

  get showsDetails(): boolean {
    return this.hasDetails && this.showsSteps;
  }

  get isIncomplete(): boolean {
    return !this.hasDetails;
  }

  get isLoadingDetails(): boolean {
    return this.isIncomplete && this.detailsFailed === "";
  }

  /** None while there is nothing to show of it. */
  get openStep(): StepId | null {
    return this.hasDetails ? this.current : null;
  }

  get loadAgain(): string {
    return label("ui.details.again");
  }

  get checking(): string {
    return label("verdict.checking");
  }

  private async heardFromMarketingCloud(): Promise<MarketingCloudAnswer | null> {
    const asked = await this.askMarketingCloud?.();
    this.said = asked?.said.join(" ") ?? "";
    if (this.said) this.announcement = this.said;
    return asked?.answer ?? null;
  }

  get notices(): string {
    return `${this.notice} ${this.said}`.trim();
  }

  get showsSteps(): boolean {
    return this.view?.refusal === null;
  }

  handleRestart(): void {
    this.failure = null;
    void this.follow(this.session.checkAll(), doneText);
  }

  handleCheckAll(): void {
    if (!this.view?.running && !this.fixing.postponesCheck()) void this.follow(this.session.checkAll(), doneText);
  }

  handleLoadDetails(): void {
    this.detailsFailed = "";
    void this.loadDetails();
  }

  private async loadDetails(): Promise<void> {
    try {
      await loadDetails(this);
      this.hasDetails = true;
    } catch (error) {
      this.detailsFailed = label("ui.details.failed", { message: messageOf(error) }).trim();
      this.announcement = this.detailsFailed;
    }
  }

  handleCheckStep({ detail: errand }: PageEvent<"checkstep">): void {
    void this.checkStep(errand);
  }

  private async checkStep({ step, findings }: Errand): Promise<void> {
    if (this.view?.running || this.fixing.postponesCheck()) return;
    this.answer = null;
    await this.follow(this.session.checkStep(step, findings), (verdict) =>
      [this.view?.recheck?.text, `${verdict}.`].filter(Boolean).join(" ")
    );
    this.answer = this.view?.recheck ?? null;
  }

  handleChoose({ detail: choice }: PageEvent<"choosepeople">): void {
    this.fixing.drop();
    if (this.view) void this.follow(this.session.select(afterChoice(this.view.selection, choice)), doneText);
  }

  handleOpen({ detail: { step, moveFocus } }: PageEvent<"openstep">): void {
    this.hasOpened = true;
    this.current = step;
    this.answer = null;
    this.target = moveFocus ? { finding: null } : null;
  }

  handleShow({ detail: key }: PageEvent<"showfinding">): void {
    const finding = this.view?.report.findings.find((candidate) => findingKey(candidate) === key);
    if (!finding) return;
    this.hasOpened = true;
    this.current = finding.step;
    this.answer = null;
    this.target = { finding: key };
  }

  async handleConfirm({ detail: { finding, answer, note } }: PageEvent<"confirmfinding">): Promise<void> {
    await this.session.confirm(finding, answer, note);
    this.announceStateOf(finding);
  }

  handleAnswer({ detail: pasted }: PageEvent<"bringanswer">): void {
    void this.session.bring(pasted);
  }

  handleTick({ detail: { task, isDone, note } }: PageEvent<"ticktask">): void {
    void this.session.tick(task, isDone, note);
  }

  async handleUndo({ detail: finding }: PageEvent<"undoconfirmation">): Promise<void> {
    await this.session.undo(finding);
    this.announceStateOf(finding);
  }

  /** An answer changes the step, the counts and the verdict, of which nothing is heard by itself. */
  private announceStateOf(key: string): void {
    const { report, lastCompleteReport, confirming } = this.view ?? {};
    const finding = report?.findings.find((candidate) => findingKey(candidate) === key);
    // What came in the way is said where the question stands.
    if (!finding || !lastCompleteReport || confirming?.trouble?.finding === key) return;
    const title = titleOf(finding, translator());
    const status = label(`status.${statusOf(finding)}`);
    const verdict = verdictText(lastCompleteReport, translator());
    this.announcement = label("ui.live.answered", { title, status, verdict });
  }

  handleFix({ detail: keys }: PageEvent<"openfix">): void {
    const offered = this.view?.fixes.offered ?? [];
    const changes = keys.length
      ? offered.filter(({ finding }) => keys.includes(finding))
      : offered.filter(({ advice }) => !advice);
    this.fixing.open({ changes, undoes: null, finding: keys[0] ?? null });
  }

  handleUndoChange({ detail: id }: PageEvent<"openundo">): void {
    const saved = this.view?.fixes.saved.find((change) => change.id === id);
    if (saved) this.fixing.open({ changes: [details().undoOf(saved)], undoes: id, finding: null });
  }

  handleApplying(): void {
    this.fixing.begin();
  }

  handleApplied({ detail: keys }: PageEvent<"applied">): void {
    void this.fixing.end(keys);
  }

  /** The focus goes back to the card of what was fixed, or to the open step. */
  handleCloseFix(): void {
    const key = this.fixing.close();
    const finding = this.view?.report.findings.find((each) => findingKey(each) === key);
    this.target = { finding: finding && !isPassed(finding) ? findingKey(finding) : null };
  }

  get isChecking(): boolean {
    return this.view?.running != null;
  }

  handleChanges(): void {
    void this.session.compare();
  }

  handleLeave({ detail: errand }: PageEvent<"leavefor">): void {
    this.away = errand;
  }

  /** Who comes back from Setup wants to know whether it helped. */
  private readonly handleReturn = (): void => {
    const { away } = this;
    // One that is under way may have asked before the change: the next return asks again.
    if (!away || document.visibilityState === "hidden" || this.view?.running || this.fixing.isApplying) return;
    this.away = null;
    void this.checkStep(away);
  };

  handleAnnounce({ detail: text }: PageEvent<"announce">): void {
    this.announcement = text;
  }

  async handleReport({ detail: { format, masked } }: PageEvent<"exportreport">): Promise<void> {
    const report = this.reportToExport;
    this.caseText = null;
    if (!report) this.inform(label("ui.report.not-yet"));
    else if (format === "text") await this.showCase(report, masked);
    else this.inform(await exportReport(onDemand(this), report, format, masked));
  }

  /** The text that somebody is reading follows, in its place. */
  async handleMaskNames({ detail: masked }: PageEvent<"masknames">): Promise<void> {
    const report = this.reportToExport;
    if (this.caseText && report) await this.showCase(report, masked);
  }

  /** With what MCC Health has changed, also since that check. */
  private get reportToExport(): Report | null {
    const { lastCompleteReport, fixes } = this.view ?? {};
    return lastCompleteReport ? { ...lastCompleteReport, made: fixes?.saved ?? [] } : null;
  }

  private async showCase(report: Report, masked: boolean): Promise<void> {
    try {
      this.caseText = { text: await caseTextOf(onDemand(this), report, masked, this.storyOf(report)), masked };
    } catch (error) {
      this.inform(label("ui.report.not-made", { message: messageOf(error) }).trim());
    }
  }

  /** When it broke is told only of what is broken. */
  private storyOf({ verdict }: Report): Story {
    const { symptom } = this;
    const isBroken = verdict === "blocked" || verdict === "problems";
    return { symptom, ...brokenSince(isBroken ? (this.view?.history.runs ?? []) : []) };
  }

  handleSymptom({ detail: symptom }: PageEvent<"saysymptom">): void {
    this.symptom = symptom;
  }

  handleCloseCase(): void {
    this.caseText = null;
  }

  async handleAsk({ detail: { findings, masked } }: PageEvent<"askcolleague">): Promise<void> {
    const report = this.view?.lastCompleteReport;
    if (!report) return;
    const text = await askColleague(onDemand(this), report, findings, masked);
    this.announcement = text;
    this.asked = { finding: findings[0] ?? "", text };
  }

  private async open(): Promise<void> {
    const run = this.session.open();
    void this.loadDetails();
    const language = loadLanguage();
    if (language) await this.waitFor(language);
    if (!this.isConnected) return;
    await this.follow(run, doneText);
  }

  /** Opens the step of what comes first, until the person has opened one. */
  private openFirst(): void {
    if (this.hasOpened || !this.showsSteps) return;
    const { report, lastCompleteReport } = this.view ?? {};
    const finding = lastCompleteReport
      ? lastCompleteReport.findings.find((each) => findingKey(each) === lastCompleteReport.first)
      : report && inOrderOfPlan(report).find(isFailed);
    this.current = finding?.step ?? (lastCompleteReport ? "people" : null);
    this.hasOpened = this.current !== null;
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
    const stop = after(SLOW, () => {
      this.inform(label("ui.live.slow"));
      this.openFirst();
    });
    this.stopWaiting = stop;
    const finished = await run;
    if (this.failure !== null) this.fail(this.failure);
    if (!finished || !this.view?.lastCompleteReport) return;
    stop();
    this.notice = "";
    this.openFirst();
    const { refusal, lastCompleteReport, miss } = this.view;
    if (refusal !== null) this.announcement = label("ui.run-failed", { message: refusal });
    else if (miss && !this.view.recheck)
      this.inform(label("ui.recheck.not-checked", { time: timeOf(miss.at), message: miss.message }).trim());
    else this.announcement = done(verdictText(lastCompleteReport, translator()));
  }

  /** Nothing that was found before is left standing: it may no longer hold. */
  private fail(error: unknown): void {
    this.stopWaiting();
    this.view = null;
    this.failure = typeof error === "string" ? error : messageOf(error);
    this.announcement = this.failed;
  }

  private inform(sentence: string): void {
    this.announcement = sentence;
    this.notice = sentence;
  }
}

function doneText(verdict: string): string {
  return label("ui.live.done", { verdict });
}
