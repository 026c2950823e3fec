import {
  CHECKS,
  checkOf,
  connectedApps,
  connectorUserCount,
  findingKey,
  gather,
  reportOf,
  rowsOf,
  RUN_QUERIES,
  stepsOf,
  type Evidence,
  type Finding,
  type Query,
  type QuerySource,
  type Report,
  type Selection,
  type StepId
} from "c/mccChecklist";
import type { Records } from "c/mccRecords";
import type { Refusal } from "c/mccLabels";
import { Confirmations } from "./confirmations.ts";
import { Runs } from "./history.ts";
import { monitored } from "./monitored.ts";
import { canAskFirst, QUERIES_AFTER_SELECTION, queriesOfStep, SELECTION_QUERIES } from "./queries.ts";
import { View, type Scope } from "./view.ts";

export type { Confirming } from "./confirmations.ts";
export type { Changes, History } from "./history.ts";
export type { Scope, View } from "./view.ts";

const NOBODY: Selection = { impactedUsers: [] };
const NO_ACCESS: Refusal = { reason: "no-access", message: "" };

export interface SessionOptions {
  readonly source: QuerySource;
  readonly records: Records;
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly now: () => Date;
  /** Called whenever there is something new to show. */
  readonly onChange: (view: View) => void;
}

/** One visit to the page: whom to check, what the org answered, what people confirmed, and what follows from it all. */
export class Session {
  private readonly options: SessionOptions;
  private readonly confirmations: Confirmations;
  private readonly runs: Runs;
  private selection = NOBODY;
  private peopleNotSaved: Refusal | null = null;
  private maySavePeople = true;
  private savingPeople: Promise<unknown> = Promise.resolve();
  private evidence: Evidence = {};
  /** What was last shown; null before the first. */
  private report: Report | null = null;
  private lastCompleteReport: Report | null = null;
  private running: Scope | null = null;
  private checkedAt: Date | null = null;
  private refusal: string | null = null;
  private run = 0;
  /** Whether what is saved in the org could not be read: then it is asked again with the next run. */
  private loadFailed = false;

  constructor(options: SessionOptions) {
    this.options = options;
    const onChange = (): void => this.publish();
    this.confirmations = new Confirmations(options.records, onChange);
    this.runs = new Runs(options.records, onChange);
  }

  /** The first run: loads at the same time what is saved in the org. @returns as `checkAll` */
  open(): Promise<boolean> {
    return this.check(RUN_QUERIES, "all", this.loadSaved());
  }

  /** @returns whether it ran to its end: false when another run took over. One at a time: does nothing while one runs */
  checkAll(): Promise<boolean> {
    if (this.running) return Promise.resolve(false);
    return this.check(RUN_QUERIES, "all", this.loadFailed ? this.loadSaved() : undefined);
  }

  /** Asks again only what the step's checks rest on. @returns as `checkAll` */
  checkStep(step: StepId): Promise<boolean> {
    return this.running ? Promise.resolve(false) : this.check(queriesOfStep(step), step);
  }

  /** Takes over from a run that is under way, since that asks about other people. @returns as `checkAll` */
  select(selection: Selection): Promise<boolean> {
    this.selection = selection;
    void this.savePeople();
    return this.check(QUERIES_AFTER_SELECTION, "all");
  }

  /** Saves what the person looking saw. @param key the finding's; one that is shown no more is left alone */
  async confirm(key: string, holds: boolean, note: string): Promise<void> {
    const finding = this.findingAt(key);
    if (!finding) return;
    const { check, subject, basis } = finding;
    const by = this.report?.viewer?.name ?? "";
    const at = this.options.now().toISOString();
    const answer = { check, subjectId: subject?.id ?? null, holds, note, by, at, basis: basis ?? {} };
    await this.confirmations.confirm(finding, answer);
  }

  /** Takes back what somebody confirmed. @param key as for `confirm` */
  async undo(key: string): Promise<void> {
    const finding = this.findingAt(key);
    if (finding) await this.confirmations.undo(finding);
  }

  private findingAt(key: string): Finding | undefined {
    return this.report?.findings.find((finding) => findingKey(finding) === key);
  }

  /** Shows in `history` what changed since the run before. */
  compare(): Promise<void> {
    return this.runs.compare();
  }

  /** Cancels the current run. */
  end(): void {
    this.run += 1;
  }

  private async loadSaved(): Promise<void> {
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

  private async check(queries: readonly Query[], scope: Scope, loading?: Promise<void>): Promise<boolean> {
    const run = ++this.run;
    const started = this.options.now().getTime();
    // A run that is taken over leaves questions open.
    const open = RUN_QUERIES.filter((query) => queries.includes(query) || this.evidence[query.name] === undefined);
    const current = Object.entries(this.evidence).filter(([name]) => !open.some((query) => query.name === name));
    this.running = scope;
    this.evidence = Object.fromEntries(current);
    this.publish();

    const { source, answered, refusal } = monitored(this.options.source, () => run === this.run);
    const ask = (asked: readonly Query[], previous: Evidence): Promise<Evidence> =>
      gather(source, {
        selection: this.selection,
        viewerId: this.options.viewerId,
        queries: asked,
        previous,
        onWave: (partial) => {
          if (run !== this.run) return;
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
    const evidence = await ask(
      open.filter(({ name }) => known[name] === undefined),
      known
    );
    if (run !== this.run) return false;

    this.evidence = evidence;
    this.running = null;
    this.checkedAt = this.options.now();
    this.refusal = answered() || hasRows(evidence) ? null : refusal();
    this.publish();
    if (queries === RUN_QUERIES && this.refusal === null && this.lastCompleteReport)
      void this.runs.save(this.lastCompleteReport, this.checkedAt.getTime() - started);
    return true;
  }

  private publish(): void {
    const { evidence, selection, running, checkedAt, peopleNotSaved, refusal } = this;
    const { all, state: confirming } = this.confirmations;
    const fresh = reportOf(CHECKS, { evidence, selection, confirmations: all, now: this.options.now() });
    if (!running) this.lastCompleteReport = fresh;
    const { lastCompleteReport } = this;
    const earlier = (lastCompleteReport?.findings ?? []).filter(({ check }) => fresh.pending.includes(check));
    const report = { ...fresh, findings: inOrder([...fresh.findings, ...earlier]) };
    this.report = report;
    const steps = stepsOf(fresh, (check) => checkOf(check).step).map((summary) => ({
      ...summary,
      findings: report.findings.filter(({ step }) => step === summary.step)
    }));
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
        history: this.runs.history(lastCompleteReport, evidence, selection),
        refusal
      })
    );
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
