import {
  CHECKS,
  checkOf,
  gather,
  reportOf,
  RUN_QUERIES,
  stepsOf,
  type Confirmation,
  type Evidence,
  type Finding,
  type QueryName,
  type QuerySource,
  type Report,
  type Selection,
  type StepId
} from "c/mccChecklist";
import { messageOf } from "c/mccGateway";
import { QUERIES_OF_SELECTION, queriesOf } from "./queries.ts";
import { View, type Scope } from "./view.ts";

export type { Scope, View } from "./view.ts";

export interface SessionOptions {
  readonly source: QuerySource;
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly now: () => Date;
  /** Called whenever there is something new to show. */
  readonly onChange: (view: View) => void;
}

/** One visit to the page: whom to check, what the org told, what the person confirmed, and what follows from it all. */
export class Session {
  private readonly options: SessionOptions;
  private selection: Selection = { impactedUsers: [] };
  private confirmations: readonly Confirmation[] = [];
  private evidence: Evidence = {};
  private settled: Report | null = null;
  private running: Scope | null = null;
  private checkedAt: Date | null = null;
  private refusal: string | null = null;
  private run = 0;

  constructor(options: SessionOptions) {
    this.options = options;
  }

  /** @returns whether it ran to its end: false when another run took over. One at a time: does nothing while one runs */
  checkAll(): Promise<boolean> {
    return this.running ? Promise.resolve(false) : this.check(RUN_QUERIES, "all");
  }

  /** Asks again only what the step's checks rest on. @returns as `checkAll` */
  checkStep(step: StepId): Promise<boolean> {
    return this.running ? Promise.resolve(false) : this.check(queriesOf(step), step);
  }

  /** Takes over from a run that is under way, since that asks about other people. @returns as `checkAll` */
  select(selection: Selection): Promise<boolean> {
    this.selection = selection;
    return this.check(QUERIES_OF_SELECTION, "all");
  }

  /** Keeps what the person looking saw, until the page is left. */
  confirm(finding: Finding, holds: boolean, note: string): void {
    const { check, subject, basis } = finding;
    const at = this.options.now();
    const by = this.reportAt(at).viewer?.name ?? "";
    const given = { check, subjectId: subject?.id ?? null, holds, note, by, at: at.toISOString(), basis: basis ?? {} };
    this.confirmations = [...this.without(finding), given];
    this.publish();
  }

  undo(finding: Finding): void {
    this.confirmations = this.without(finding);
    this.publish();
  }

  /** Lets what is under way come to nothing. */
  end(): void {
    this.run += 1;
  }

  private without({ check, subject }: Finding): readonly Confirmation[] {
    const id = subject?.id ?? null;
    return this.confirmations.filter((given) => given.check !== check || given.subjectId !== id);
  }

  private async check(names: readonly QueryName[], scope: Scope): Promise<boolean> {
    const run = ++this.run;
    // A run that is taken over leaves questions open.
    const open = RUN_QUERIES.filter((name) => names.includes(name) || this.evidence[name] === undefined);
    const kept = Object.entries(this.evidence).filter(([name]) => !open.some((each) => each === name));
    this.running = scope;
    this.evidence = Object.fromEntries(kept);
    this.publish();

    const listened = listening(this.options.source, () => run === this.run);
    const evidence = await gather(listened.source, {
      selection: this.selection,
      viewerId: this.options.viewerId,
      only: open,
      previous: this.evidence,
      onWave: (partial) => {
        if (run !== this.run) return;
        this.evidence = partial;
        this.publish();
      }
    });
    if (run !== this.run) return false;

    this.evidence = evidence;
    this.running = null;
    this.checkedAt = this.options.now();
    this.refusal = listened.answered() || hasRows(evidence) ? null : listened.refusal();
    this.publish();
    return true;
  }

  private reportAt(now: Date): Report {
    const { evidence, selection, confirmations } = this;
    return reportOf(CHECKS, { evidence, selection, confirmations, now });
  }

  private publish(): void {
    const fresh = this.reportAt(this.options.now());
    if (!this.running) this.settled = fresh;
    const earlier = (this.settled?.findings ?? []).filter(({ check }) => fresh.pending.includes(check));
    const { settled, selection, running, checkedAt, refusal } = this;
    const report = { ...fresh, findings: [...fresh.findings, ...earlier] };
    const steps = stepsOf(fresh, (check) => checkOf(check).step).map((summary) => ({
      ...summary,
      findings: report.findings.filter(({ step }) => step === summary.step)
    }));
    const answer = this.evidence["connected-apps"];
    const apps = answer && "rows" in answer ? answer.rows.map(({ Id, Name }) => ({ id: Id, name: Name })) : [];
    this.options.onChange(new View({ report, settled, steps, selection, apps, running, checkedAt, refusal }));
  }
}

function hasRows(evidence: Evidence): boolean {
  return Object.values(evidence).some((answer) => "rows" in answer && answer.rows.length > 0);
}

/**
 * `gather` turns what is thrown into evidence; the page also wants to know when nothing was answered at all. Once the
 * run is not wanted any more, nothing more is asked.
 */
function listening(source: QuerySource, isWanted: () => boolean) {
  let answered = false;
  let refusal = "";
  const listened: QuerySource = {
    async runQueries(requests) {
      if (!isWanted()) throw new Error("Another run has taken over.");
      try {
        const replies = await source.runQueries(requests);
        answered = true;
        return replies;
      } catch (error) {
        refusal = messageOf(error);
        throw error;
      }
    }
  };
  return { source: listened, answered: () => answered, refusal: () => refusal };
}
