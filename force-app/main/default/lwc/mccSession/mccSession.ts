import {
  broughtBy,
  CHECKS,
  checkOf,
  connectedApps,
  connectorUserCount,
  findingKey,
  gather,
  marketingCloudRequest,
  queriesOf,
  reportOf,
  rowsOf,
  RUN_QUERIES,
  stepsOf,
  tickName,
  withDone,
  type CheckId,
  type Evidence,
  type Finding,
  type MarketingCloudAnswer,
  type PlanLine,
  type Query,
  type QuerySource,
  type Report,
  type Selection,
  type Situation,
  type StepId,
  type TaskId
} from "c/mccChecklist";
import { details } from "c/mccDetails";
import type { Fixer } from "c/mccFixer";
import type { Records } from "c/mccRecords";
import type { Refusal } from "c/mccLabels";
import { Confirmations } from "./confirmations.ts";
import { Changes } from "./fixes.ts";
import { Runs } from "./history.ts";
import { LastAnswers } from "./lastAnswers.ts";
import { monitored } from "./monitored.ts";
import { ToDo } from "./progress.ts";
import { canAskFirst, QUERIES_AFTER_SELECTION, queriesOfStep, SELECTION_QUERIES } from "./queries.ts";
import { recheckOf, type Recheck } from "./recheck.ts";
import { View, type MarketingCloud, type Scope, type StepView } from "./view.ts";

export type { Confirming } from "./confirmations.ts";
export type { Fixes } from "./fixes.ts";
export type { Changes, History } from "./history.ts";
export type { Miss } from "./lastAnswers.ts";
export type { Progress } from "./progress.ts";
export { timeOf, type Recheck } from "./recheck.ts";
export type { Scope, StepView, View } from "./view.ts";

const NONE: ReadonlyMap<CheckId, Date> = new Map();
const NOBODY: Selection = { impactedUsers: [] };
const NO_ACCESS: Refusal = { reason: "no-access", message: "" };

export interface SessionOptions {
  readonly source: QuerySource;
  readonly records: Records;
  readonly fixer: Pick<Fixer, "load">;
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly now: () => Date;
  /** Asks Marketing Cloud over its API. null: nobody can, as in an org, or it gave no answer. */
  readonly askMarketingCloud: () => Promise<MarketingCloudAnswer | null>;
  /** Called whenever there is something new to show. */
  readonly onChange: (view: View) => void;
  /** Called with what was thrown while judging, instead of `onChange`: the run is over, and what was shown is out of date. */
  readonly onFailure: (error: unknown) => void;
}

/** One visit to the page: whom to check, what the org answered, what people confirmed, and what follows from it all. */
export class Session {
  private readonly options: SessionOptions;
  private readonly confirmations: Confirmations;
  private readonly runs: Runs;
  private readonly changes: Changes;
  private readonly lastAnswers: LastAnswers;
  private readonly toDo = new ToDo();
  private selection = NOBODY;
  private peopleNotSaved: Refusal | null = null;
  private maySavePeople = true;
  private savingPeople: Promise<unknown> = Promise.resolve();
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
  private brought: MarketingCloud["outcome"] = null;
  /** What Marketing Cloud said last over its API. */
  private heard: MarketingCloudAnswer | null = null;
  private run = 0;
  /** Whether what is saved in the org could not be read: then it is asked again with the next run. */
  private loadFailed = false;

  constructor(options: SessionOptions) {
    this.options = options;
    const onChange = (): void => this.publish();
    this.confirmations = new Confirmations(options.records, onChange);
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
    this.selection = selection;
    void this.savePeople();
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
    const { situation } = this;
    const request = marketingCloudRequest(situation);
    if (!request) return;
    const read = details().readAnswer(pasted, request, situation.now);
    const by = this.report?.viewer?.name ?? "";
    const settled = "refused" in read ? [] : broughtBy(by, read.answer, CHECKS, situation);
    await Promise.all(
      settled.map(async (confirmation) => {
        const finding = this.findingAt(findingKey({ check: confirmation.check, subject: null }));
        if (finding) await this.confirmations.confirm(finding, confirmation);
      })
    );
    const saved = this.confirmations.all.filter((each) =>
      settled.some(
        ({ check, at }) => each.marketingCloud && each.check === check && Date.parse(each.at) >= Date.parse(at)
      )
    );
    this.brought = "refused" in read ? { refused: read.refused } : { settled: saved.length };
    this.publish();
  }

  private get situation(): Situation {
    const { evidence, selection, heard } = this;
    const { all: confirmations } = this.confirmations;
    return { evidence, selection, confirmations, now: this.options.now(), ...(heard && { marketingCloud: heard }) };
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
    this.heard = null;
    this.lastCompleteReport = null;
  }

  private async loadSaved(): Promise<void> {
    this.loadFailed = true;
    const loaded = await this.options.records.load();
    const { people, confirmations, rights } = loaded;
    this.loadFailed = people === null || confirmations === null;
    // Whom the person has chosen meanwhile counts.
    if (this.selection === NOBODY) this.selection = people ?? NOBODY;
    this.maySavePeople = rights.savePeople;
    this.confirmations.take(loaded);
    this.runs.take(loaded);
  }

  /** One after the other, so that the last choice is the one that is saved. */
  private async savePeople(): Promise<void> {
    const { selection } = this;
    const saving = this.savingPeople.then((): Promise<Refusal> | Refusal => {
      return this.maySavePeople ? this.options.records.savePeople(selection) : NO_ACCESS;
    });
    this.savingPeople = saving;
    const { reason, message } = await saving;
    this.peopleNotSaved = reason === null ? null : { reason, message };
    this.publish();
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
    void this.hear(run);

    const isWanted = (): boolean => run === this.run;
    const { source: asked, answered, refusal, wasLost } = monitored(this.options.source, isWanted);
    const source = this.lastAnswers.over(asked, isWanted);
    let isLastAsked = false;
    const ask = (wanted: readonly Query[], previous: Evidence): Promise<Evidence> =>
      gather(source, {
        selection: this.selection,
        viewerId: this.options.viewerId,
        queries: wanted,
        previous,
        onWave: (partial, hasMore) => {
          // The end of the run shows the same, once.
          if (run !== this.run || (isLastAsked && !hasMore)) return;
          this.evidence = partial;
          this.publish();
        }
      });
    let known = this.evidence;
    // Who was chosen is known only when what is saved is loaded; what does not depend on it need not wait.
    if (loading) {
      [known] = await Promise.all([ask(open.filter(canAskFirst), known), loading]);
      known = await ask(SELECTION_QUERIES, known);
    }
    isLastAsked = true;
    const evidence = await ask(
      open.filter(({ name }) => known[name] === undefined),
      known
    );
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

  /** Asks Marketing Cloud beside the org, which does not wait for it. What it said before counts until it has answered. */
  private async hear(run: number): Promise<void> {
    const heard = await this.options.askMarketingCloud();
    // A later run has asked again.
    if (run !== this.run || heard === this.heard) return;
    this.heard = heard;
    this.publish();
  }

  /** The checks that rest on an answer from before, since the last check brought none: when that was answered. */
  private get asOf(): ReadonlyMap<CheckId, Date> {
    const { stale } = this.lastAnswers;
    if (stale.size === 0) return NONE;
    return new Map(
      CHECKS.flatMap((check): [CheckId, Date][] => {
        const dates = queriesOf(check).flatMap(({ name }) => stale.get(name) ?? []);
        const [oldest] = dates.sort((a, b) => a.getTime() - b.getTime());
        return oldest ? [[check.id, oldest]] : [];
      })
    );
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
    const { evidence, selection, running, checkedAt, peopleNotSaved, refusal, wasLost, recheck, asOf } = this;
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
    const earlier = (lastCompleteReport?.findings ?? []).filter(({ check }) => fresh.pending.includes(check));
    const report = { ...fresh, findings: inOrder([...fresh.findings, ...earlier]) };
    this.report = report;
    const steps = this.stepsWith(fresh, report);
    this.options.onChange(
      new View({
        report,
        lastCompleteReport,
        steps,
        selection,
        apps: rowsOf(evidence, connectedApps).map(({ Id, Name }) => ({ id: Id, name: Name })),
        running,
        checkedAt,
        boxUsers: rowsOf(evidence, connectorUserCount)[0]?.total ?? null,
        confirming,
        peopleNotSaved,
        situation: this.situation,
        marketingCloud: { request: marketingCloudRequest({ evidence }), outcome: this.brought },
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

  /** While the same people are checked again, a step stands as it stood, and says that it is being checked. */
  private stepsWith(fresh: Report, report: Report): StepView[] {
    const stepOf = (check: CheckId): StepId => checkOf(check).step;
    const isFirst = this.lastCompleteReport === null || this.running === "people";
    return stepsOf(isFirst ? fresh : { ...report, pending: [] }, stepOf).map((summary) => ({
      ...summary,
      findings: report.findings.filter(({ step }) => step === summary.step),
      isChecking: fresh.pending.some((check) => stepOf(check) === summary.step)
    }));
  }
}

/** @returns the findings in the order of repair, in which whoever reads them takes them */
function inOrder(findings: readonly Finding[]): Finding[] {
  const places = new Map(CHECKS.map(({ id }, at) => [id, at]));
  const placeOf = ({ check }: Finding): number => places.get(check) ?? 0;
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}

function hasRows(evidence: Evidence): boolean {
  return Object.values(evidence).some((answer) => answer !== undefined && "rows" in answer && answer.rows.length > 0);
}
