import {
  CHECKS,
  checkOf,
  gather,
  reportOf,
  rowsOf,
  RUN_QUERIES,
  stepsOf,
  type Evidence,
  type Finding,
  type QueryName,
  type QuerySource,
  type Report,
  type Selection,
  type StepId
} from "c/mccChecklist";
import type { Records } from "c/mccRecords";
import type { Refusal } from "c/mccWords";
import { Confirmations } from "./confirmations.ts";
import { Runs } from "./history.ts";
import { listening } from "./listening.ts";
import { canAskFirst, QUERIES_OF_SELECTION, queriesOf, WHO } from "./queries.ts";
import { View, type Scope } from "./view.ts";

export type { Confirming } from "./confirmations.ts";
export type { Changes, History } from "./history.ts";
export type { Scope, View } from "./view.ts";

const NOBODY: Selection = { impactedUsers: [] };
const NO_ACCESS: Refusal = { reason: "no-access", message: "" };

export interface SessionOptions {
  readonly source: QuerySource;
  readonly memory: Records;
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly now: () => Date;
  /** Called whenever there is something new to show. */
  readonly onChange: (view: View) => void;
}

/** One visit to the page: whom to check, what the org told, what people confirmed, and what follows from it all. */
export class Session {
  private readonly options: SessionOptions;
  private readonly confirmations: Confirmations;
  private readonly runs: Runs;
  private selection = NOBODY;
  private peopleNotKept: Refusal | null = null;
  private mayKeepPeople = true;
  private keepingPeople: Promise<unknown> = Promise.resolve();
  private evidence: Evidence = {};
  private settled: Report | null = null;
  private running: Scope | null = null;
  private checkedAt: Date | null = null;
  private refusal: string | null = null;
  private run = 0;
  /** Whether the org did not tell what it remembers: then it is asked again with the next run. */
  private hasForgotten = false;

  constructor(options: SessionOptions) {
    this.options = options;
    const onChange = (): void => this.publish();
    this.confirmations = new Confirmations(options.memory, onChange);
    this.runs = new Runs(options.memory, onChange);
  }

  /** The first run: asks the org at the same time what it remembers. @returns as `checkAll` */
  open(): Promise<boolean> {
    return this.check(RUN_QUERIES, "all", this.recall());
  }

  /** @returns whether it ran to its end: false when another run took over. One at a time: does nothing while one runs */
  checkAll(): Promise<boolean> {
    if (this.running) return Promise.resolve(false);
    return this.check(RUN_QUERIES, "all", this.hasForgotten ? this.recall() : undefined);
  }

  /** Asks again only what the step's checks rest on. @returns as `checkAll` */
  checkStep(step: StepId): Promise<boolean> {
    return this.running ? Promise.resolve(false) : this.check(queriesOf(step), step);
  }

  /** Takes over from a run that is under way, since that asks about other people. @returns as `checkAll` */
  select(selection: Selection): Promise<boolean> {
    this.selection = selection;
    void this.keepPeople();
    return this.check(QUERIES_OF_SELECTION, "all");
  }

  /** Keeps what the person looking saw. */
  confirm(finding: Finding, holds: boolean, note: string): Promise<void> {
    const { check, subject, basis } = finding;
    const at = this.options.now();
    const by = this.reportAt(at).viewer?.name ?? "";
    const given = { check, subjectId: subject?.id ?? null, holds, note, by, at: at.toISOString(), basis: basis ?? {} };
    return this.confirmations.confirm(finding, given);
  }

  undo(finding: Finding): Promise<void> {
    return this.confirmations.undo(finding);
  }

  /** Tells in `history` what changed since the run before. */
  compare(): Promise<void> {
    return this.runs.compare();
  }

  /** Lets what is under way come to nothing. */
  end(): void {
    this.run += 1;
  }

  private async recall(): Promise<void> {
    const loaded = await this.options.memory.load();
    const { people, confirmations, rights } = loaded;
    this.hasForgotten = people === null || confirmations === null;
    // Whom the person has chosen meanwhile counts.
    if (this.selection === NOBODY) this.selection = people ?? NOBODY;
    this.mayKeepPeople = rights.savePeople;
    this.confirmations.take(loaded);
    this.runs.take(loaded);
  }

  /** One after the other, so that the last choice is the one that is kept. */
  private async keepPeople(): Promise<void> {
    const { selection } = this;
    const keeping = this.keepingPeople.then((): Promise<Refusal> | Refusal => {
      return this.mayKeepPeople ? this.options.memory.savePeople(selection) : NO_ACCESS;
    });
    this.keepingPeople = keeping;
    const { reason, message } = await keeping;
    this.peopleNotKept = reason === null ? null : { reason, message };
    this.publish();
  }

  private async check(names: readonly QueryName[], scope: Scope, recalling?: Promise<void>): Promise<boolean> {
    const run = ++this.run;
    const started = this.options.now().getTime();
    // A run that is taken over leaves questions open.
    const open = RUN_QUERIES.filter((name) => names.includes(name) || this.evidence[name] === undefined);
    const kept = Object.entries(this.evidence).filter(([name]) => !open.some((each) => each === name));
    this.running = scope;
    this.evidence = Object.fromEntries(kept);
    this.publish();

    const listened = listening(this.options.source, () => run === this.run);
    const ask = (only: readonly QueryName[], previous: Evidence): Promise<Evidence> =>
      gather(listened.source, {
        selection: this.selection,
        viewerId: this.options.viewerId,
        only,
        previous,
        onWave: (partial) => {
          if (run !== this.run) return;
          this.evidence = partial;
          this.publish();
        }
      });
    let known = this.evidence;
    // Who was chosen is known only when the org has told; what does not depend on it need not wait.
    if (recalling) {
      [known] = await Promise.all([ask(open.filter(canAskFirst), known), recalling]);
      known = await ask(WHO, known);
    }
    const evidence = await ask(
      open.filter((name) => known[name] === undefined),
      known
    );
    if (run !== this.run) return false;

    this.evidence = evidence;
    this.running = null;
    this.checkedAt = this.options.now();
    this.refusal = listened.answered() || hasRows(evidence) ? null : listened.refusal();
    this.publish();
    if (names === RUN_QUERIES && this.refusal === null && this.settled)
      void this.runs.keep(this.settled, this.checkedAt.getTime() - started);
    return true;
  }

  private reportAt(now: Date): Report {
    const { evidence, selection } = this;
    return reportOf(CHECKS, { evidence, selection, confirmations: this.confirmations.all, now });
  }

  private publish(): void {
    const fresh = this.reportAt(this.options.now());
    if (!this.running) this.settled = fresh;
    const earlier = (this.settled?.findings ?? []).filter(({ check }) => fresh.pending.includes(check));
    const { settled, selection, running, checkedAt, peopleNotKept, refusal } = this;
    const report = { ...fresh, findings: [...fresh.findings, ...earlier] };
    const steps = stepsOf(fresh, (check) => checkOf(check).step).map((summary) => ({
      ...summary,
      findings: report.findings.filter(({ step }) => step === summary.step)
    }));
    const apps = rowsOf(this.evidence, "connected-apps").map(({ Id, Name }) => ({ id: Id, name: Name }));
    const boxUsers = rowsOf(this.evidence, "box-user-count")[0]?.total ?? null;
    const { state: confirming } = this.confirmations;
    const history = this.runs.history(settled, this.evidence, selection);
    this.options.onChange(
      new View({
        report,
        settled,
        steps,
        selection,
        apps,
        running,
        checkedAt,
        boxUsers,
        confirming,
        peopleNotKept,
        history,
        refusal
      })
    );
  }
}

function hasRows(evidence: Evidence): boolean {
  return Object.values(evidence).some((answer) => "rows" in answer && answer.rows.length > 0);
}
