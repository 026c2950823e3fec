import {
  CHECKS,
  checkOf,
  connectedApps,
  connectorUserCount,
  findingKey,
  marketingCloudRequest,
  reportOf,
  rowsOf,
  RUN_QUERIES,
  tickName,
  withDone,
  type CheckId,
  type Evidence,
  type Finding,
  type PlanLine,
  type Query,
  type QuerySource,
  type Report,
  type Selection,
  type Situation,
  type StepId,
  type TaskId
} from "c/mccChecklist";
import type { Fixer } from "c/mccFixer";
import type { Records } from "c/mccRecords";
import { askAbout } from "./ask.ts";
import { Confirmations } from "./confirmations.ts";
import { Changes } from "./fixes.ts";
import { Runs } from "./history.ts";
import { LastAnswers } from "./lastAnswers.ts";
import { MarketingCloudAnswers, type AskMarketingCloud } from "./marketingCloud.ts";
import { monitored } from "./monitored.ts";
import { People } from "./people.ts";
import { ToDo } from "./progress.ts";
import { QUERIES_AFTER_SELECTION, queriesOfStep } from "./queries.ts";
import { recheckOf, type Recheck } from "./recheck.ts";
import { asOf, stepsShown, withEarlier } from "./shown.ts";
import { View, type Scope } from "./view.ts";

export type { Confirming } from "./confirmations.ts";
export type { Fixes } from "./fixes.ts";
export type { Changes, History } from "./history.ts";
export type { Miss } from "./lastAnswers.ts";
export type { Progress } from "./progress.ts";
export { timeOf, type Recheck } from "./recheck.ts";
export type { Scope, StepView, View } from "./view.ts";

export interface SessionOptions {
  readonly source: QuerySource;
  readonly records: Records;
  readonly fixer: Pick<Fixer, "load">;
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly now: () => Date;
  readonly askMarketingCloud: AskMarketingCloud;
  /** Called whenever there is something new to show. */
  readonly onChange: (view: View) => void;
  /** Called with what was thrown while judging, instead of `onChange`: the run is over, and what was shown is out of date. */
  readonly onFailure: (error: unknown) => void;
}

/** One visit to the page: whom to check, what the org answered, what people confirmed, and what follows from it all. */
export class Session {
  private readonly options: SessionOptions;
  private readonly people: People;
  private readonly confirmations: Confirmations;
  private readonly marketingCloud: MarketingCloudAnswers;
  private readonly runs: Runs;
  private readonly changes: Changes;
  private readonly lastAnswers: LastAnswers;
  private readonly toDo = new ToDo();
  private evidence: Evidence = {};
  /** What was last shown; null before the first. */
  private report: Report | null = null;
  private lastCompleteReport: Report | null = null;
  /** As it was when the person began. */
  private firstPlan: readonly PlanLine[] | null = null;
  private running: Scope | null = null;
  private checkedAt: Date | null = null;
  private refusal: string | null = null;
  private wasLost = false;
  private recheck: Recheck | null = null;
  private run = 0;
  /** Whether what is saved in the org could not be read: then it is asked again with the next run. */
  private loadFailed = false;

  constructor(options: SessionOptions) {
    this.options = options;
    const onChange = (): void => this.publish();
    this.people = new People(options.records, onChange);
    this.confirmations = new Confirmations(options.records, onChange);
    this.marketingCloud = new MarketingCloudAnswers(options.askMarketingCloud);
    this.runs = new Runs(options.records, onChange);
    this.changes = new Changes(options.fixer, () => {
      // After a failure nothing is left that could be shown.
      if (this.lastCompleteReport || this.running) this.publish();
    });
    this.lastAnswers = new LastAnswers(options.now);
  }

  /** The first run: loads at the same time what is saved in the org. @returns as `checkAll` */
  open(): Promise<boolean> {
    return this.check(RUN_QUERIES, "all", this.loadSaved()).finally(() => void this.loadChanges());
  }

  /** @returns whether it ran to its end: false when another run took over. One at a time: does nothing while one runs */
  checkAll(): Promise<boolean> {
    if (this.running) return Promise.resolve(false);
    return this.check(RUN_QUERIES, "all", this.loadFailed ? this.loadSaved() : undefined);
  }

  /**
   * Asks again only what the step's checks rest on. What came of it is in the view's `recheck`.
   * @param findings keys of those that somebody set out to fix; none: the step as a whole
   * @returns as `checkAll`
   */
  async checkStep(step: StepId, findings: readonly string[] = []): Promise<boolean> {
    if (this.running) return false;
    const { lastCompleteReport: before } = this;
    this.recheck = null;
    if (!(await this.check(queriesOfStep(step), step))) return false;
    const { lastCompleteReport: after, asOf } = this;
    if (!after) return false;
    const isMissed = CHECKS.some((check) => check.step === step && asOf.has(check.id));
    const miss = isMissed ? this.lastAnswers.miss : null;
    this.recheck = recheckOf({ step, findings, at: this.options.now(), before, after, miss });
    this.publish();
    return true;
  }

  /** Takes over from a run that is under way, since that asks about other people. @returns as `checkAll` */
  select(selection: Selection): Promise<boolean> {
    void this.people.choose(selection);
    return this.check(QUERIES_AFTER_SELECTION, "people");
  }

  /**
   * Saves what the person looking saw.
   * @param key the finding's; one that is shown no more is left alone
   * @param answer one of the check's
   */
  async confirm(key: string, answer: string, note: string): Promise<void> {
    const finding = this.findingAt(key);
    if (!finding) return;
    const { check, subject, basis } = finding;
    const by = this.report?.viewer?.name ?? "";
    const at = this.options.now().toISOString();
    const holds = checkOf(check).answers?.[answer] === "right";
    const given = { check, subjectId: subject?.id ?? null, holds, answer, note, by, at, basis: basis ?? {} };
    await this.confirmations.confirm(finding, given);
  }

  /** Takes back what somebody confirmed. @param key as for `confirm` */
  async undo(key: string): Promise<void> {
    const finding = this.findingAt(key);
    if (finding) await this.confirmations.undo(finding);
  }

  /** Saves that the person looking did a task of the reconnect, with what they said of it, or takes it back. */
  async tick(task: TaskId, isDone: boolean, note: string): Promise<void> {
    const asked = { check: tickName(task), subject: null };
    const by = this.report?.viewer?.name ?? "";
    const at = this.options.now().toISOString();
    const answer = { check: asked.check, subjectId: null, holds: true, note, by, at, basis: {} };
    await (isDone ? this.confirmations.confirm(asked, answer) : this.confirmations.undo(asked));
  }

  /** Saves what Marketing Cloud's answer settles, or says why the answer is not taken. @param pasted as somebody pasted it */
  async bring(pasted: string): Promise<void> {
    const by = this.report?.viewer?.name ?? "";
    await this.marketingCloud.read(pasted, by, this.situation, async (settled) => {
      await Promise.all(
        settled.map(async (confirmation) => {
          const finding = this.findingAt(findingKey({ check: confirmation.check, subject: null }));
          if (finding) await this.confirmations.confirm(finding, confirmation);
        })
      );
      return this.confirmations.all;
    });
    this.publish();
  }

  private get situation(): Situation {
    const { evidence } = this;
    const { selection } = this.people;
    const { all: confirmations } = this.confirmations;
    const { current: marketingCloud } = this.marketingCloud;
    return { evidence, selection, confirmations, now: this.options.now(), ...(marketingCloud && { marketingCloud }) };
  }

  private findingAt(key: string): Finding | undefined {
    return this.report?.findings.find((finding) => findingKey(finding) === key);
  }

  /** Shows in `history` what changed since the run before. */
  compare(): Promise<void> {
    return this.runs.compare();
  }

  /** Reads again what was changed in Setup. */
  loadChanges(): Promise<void> {
    return this.changes.load();
  }

  /** Cancels the current run. What was found so far is not shown again as if it still held. */
  end(): void {
    this.run += 1;
    this.running = null;
    this.evidence = {};
    this.marketingCloud.current = null;
    this.lastCompleteReport = null;
  }

  private async loadSaved(): Promise<void> {
    this.loadFailed = true;
    const loaded = await this.options.records.load();
    this.loadFailed = loaded.people === null || loaded.confirmations === null;
    this.people.take(loaded);
    this.confirmations.take(loaded);
    this.runs.take(loaded);
  }

  /** However it ends, it ends: nothing runs on unseen. */
  private async check(queries: readonly Query[], scope: Scope, loading?: Promise<void>): Promise<boolean> {
    const own = this.run + 1;
    try {
      return await this.runThrough(queries, scope, loading);
    } catch (error) {
      if (this.run === own) this.fail(error);
      return false;
    }
  }

  private async runThrough(queries: readonly Query[], scope: Scope, loading?: Promise<void>): Promise<boolean> {
    const run = ++this.run;
    const started = this.options.now().getTime();
    // A run that is taken over leaves questions open.
    const open = RUN_QUERIES.filter((query) => queries.includes(query) || this.evidence[query.name] === undefined);
    const current = Object.entries(this.evidence).filter(([name]) => !open.some((query) => query.name === name));
    this.running = scope;
    if (scope === "all" || scope === "people") this.recheck = null;
    // Of other people, other things are to be done.
    if (scope === "people") this.firstPlan = null;
    this.evidence = Object.fromEntries(current);
    this.publish();

    const isWanted = (): boolean => run === this.run;
    void this.askMarketingCloud(isWanted);
    const { source, answered, refusal, wasLost } = monitored(this.options.source, isWanted);
    const evidence = await askAbout({
      source: this.lastAnswers.over(source, isWanted),
      viewerId: this.options.viewerId,
      selection: () => this.people.selection,
      queries: open,
      known: this.evidence,
      loading,
      onWave: (partial) => {
        if (!isWanted()) return;
        this.evidence = partial;
        this.publish();
      }
    });
    if (run !== this.run) return false;

    this.evidence = evidence;
    this.running = null;
    const isWhole = this.lastAnswers.stale.size === 0;
    const ended = this.options.now();
    // Of what one step's check tells, the rest is as old as before.
    if (scope === "all" || scope === "people") this.checkedAt = isWhole ? ended : this.checkedAt;
    this.refusal = answered() || hasRows(evidence) ? null : refusal();
    this.wasLost = wasLost();
    this.publish();
    if (run !== this.run) return false;
    if (queries === RUN_QUERIES && this.refusal === null && isWhole && this.lastCompleteReport)
      void this.runs.save(this.lastCompleteReport, ended.getTime() - started);
    return true;
  }

  /** Asks Marketing Cloud beside the org, which does not wait for it. */
  private async askMarketingCloud(isWanted: () => boolean): Promise<void> {
    if (await this.marketingCloud.ask(isWanted)) this.publish();
  }

  private get asOf(): ReadonlyMap<CheckId, Date> {
    return asOf(this.lastAnswers.stale);
  }

  /** Whether the org answered the last check, and told what is saved in it. */
  private get isRead(): boolean {
    return this.refusal === null && !this.wasLost && !this.loadFailed;
  }

  private publish(): void {
    try {
      this.show();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.end();
    this.options.onFailure(error);
  }

  private show(): void {
    const { evidence, running, checkedAt, refusal, wasLost, recheck, asOf } = this;
    const { selection, notSaved: peopleNotSaved } = this.people;
    const { state: confirming } = this.confirmations;
    const fresh = reportOf(CHECKS, this.situation);
    if (!running) {
      this.lastCompleteReport = fresh;
      // What could not be read, and can be read later, is nothing that somebody did.
      if (this.isRead) {
        this.firstPlan ??= fresh.plan;
        this.toDo.remember(fresh);
      }
    }
    const { lastCompleteReport } = this;
    const report = withEarlier(fresh, lastCompleteReport);
    this.report = report;
    const steps = stepsShown(fresh, report, lastCompleteReport === null || running === "people");
    this.options.onChange(
      new View({
        report,
        lastCompleteReport,
        steps,
        selection,
        apps: rowsOf(evidence, connectedApps).map(({ Id, Name }) => ({ id: Id, name: Name })),
        running,
        checkedAt,
        connectorUserCount: rowsOf(evidence, connectorUserCount)[0]?.total ?? null,
        confirming,
        peopleNotSaved,
        situation: this.situation,
        marketingCloud: { request: marketingCloudRequest({ evidence }), outcome: this.marketingCloud.outcome },
        fixes: this.changes.fixes(lastCompleteReport),
        history: this.runs.history(lastCompleteReport, evidence, selection),
        refusal,
        wasLost,
        asOf,
        miss: this.lastAnswers.miss,
        recheck,
        plan: lastCompleteReport ? withDone(lastCompleteReport.plan, this.firstPlan ?? []) : [],
        progress: lastCompleteReport ? this.toDo.progressOf(lastCompleteReport) : { total: 0, done: [] }
      })
    );
  }
}

function hasRows(evidence: Evidence): boolean {
  return Object.values(evidence).some((answer) => answer !== undefined && "rows" in answer && answer.rows.length > 0);
}
