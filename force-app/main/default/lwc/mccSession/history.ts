import {
  appOf,
  breakingChangesOf,
  hasNumbersOf,
  isWithoutProblems,
  policyChangesSince,
  saysTheSame,
  type BreakingChange,
  type Change,
  type Evidence,
  type SavedReport,
  type PolicyChange,
  type Report,
  type Selection
} from "c/mccChecklist";
import { details } from "c/mccDetails";
import { messageOf } from "c/mccGateway";
import type { SavedRun, Records, LoadedRecords } from "c/mccRecords";
import type { Refusal } from "c/mccLabels";

/** The runs that are saved in the org, newest first. */
export interface History {
  readonly runs: readonly SavedRun[];
  /** What is compared with: the last that found nothing wrong, while something is; else the last that says something else. */
  readonly previous: SavedRun | null;
  /** The newest that found nothing wrong; null where there is none. */
  readonly healthy: SavedRun | null;
  /** What broke it since then. */
  readonly causes: readonly BreakingChange[];
  /** What changed since then, or why that is not known; null until somebody asks. */
  readonly changes: Changes | { readonly message: string } | null;
  /** Who changed what since the oldest of them, newest first. */
  readonly events: readonly PolicyChange[];
  /** Why the last run is not saved; null where it is. */
  readonly notSaved: Refusal | null;
  /** What Salesforce said when runs beyond the newest 100 were to be deleted; empty where they were. */
  readonly notDropped: string;
}

export interface Changes {
  readonly findings: readonly Change[];
  /** Who changed what, newest first: the app's policies, and what explains how something stands. */
  readonly entries: readonly PolicyChange[];
}

/** Saves runs in the org, behind what the person sees: nothing waits for it. */
export class Runs {
  private readonly records: Records;
  private readonly onChange: () => void;
  private runs: readonly SavedRun[] = [];
  private previous: SavedRun | null = null;
  private notSaved: Refusal | null = null;
  private notDropped = "";
  private before: { readonly id: string; readonly report: SavedReport | { readonly message: string } } | null = null;
  private maySave = true;

  constructor(records: Records, onChange: () => void) {
    this.records = records;
    this.onChange = onChange;
  }

  take({ runs, rights }: LoadedRecords): void {
    this.runs = runs ?? this.runs;
    this.maySave = rights.saveRun;
  }

  /** A run that says what the newest saved one says is not saved again, and is compared with the one before that. */
  async save(report: Report, milliseconds: number): Promise<void> {
    const [newest = null, older = null] = this.runs;
    if (newest && (await this.isSame(newest, report))) {
      this.previous = this.baseOf(report) ?? older;
      this.onChange();
      return;
    }
    this.previous = this.baseOf(report) ?? newest;
    const { reason, message, saved } = this.maySave
      ? await this.records.saveRun(report, milliseconds)
      : { reason: "no-access", message: "", saved: null };
    this.notSaved = reason === null ? null : { reason, message };
    // The run is saved whatever became of older ones.
    this.notDropped = reason === null ? message : "";
    this.runs = saved ?? this.runs;
    this.onChange();
  }

  /** While something is wrong, what matters is what changed since nothing was. */
  private baseOf({ verdict }: Report): SavedRun | undefined {
    return verdict === "blocked" || verdict === "problems" ? this.runs.find(isWithoutProblems) : undefined;
  }

  private async isSame(run: SavedRun, report: Report): Promise<boolean> {
    if (!hasNumbersOf(run, report)) return false;
    // What can't be read is not known to be the same.
    const before = await this.records.report(run.Id).catch(() => undefined);
    return before !== undefined && saysTheSame(before, report);
  }

  /** Reads the report of the run before, once. */
  async compare(): Promise<void> {
    const id = this.previous?.Id;
    if (id === undefined || this.before?.id === id) return;
    const report = await this.records
      .report(id)
      .then((found) => found ?? { message: "" })
      .catch((error: unknown) => ({ message: messageOf(error) }));
    this.before = { id, report };
    this.onChange();
  }

  /** @param report what is shown now */
  history(report: Report | null, evidence: Evidence, selection: Selection): History {
    const app = appOf(evidence, selection);
    const findings = report?.findings ?? [];
    const policies = (at: string): PolicyChange[] => {
      if (app.kind !== "one") return [];
      return policyChangesSince(at, evidence, app.row);
    };
    const broke = (at: string): PolicyChange[] => breakingChangesOf(findings, at).map(({ change }) => change);
    const { runs, previous, notSaved, notDropped } = this;
    const oldest = runs.at(-1)?.CreatedDate;
    const healthy = runs.find(isWithoutProblems) ?? null;
    const causes = breakingChangesOf(findings, healthy?.CreatedDate ?? null);
    const events = oldest === undefined ? [] : inOrder([...broke(oldest), ...policies(oldest)]);
    const saved = { runs, previous, healthy, causes, events, notSaved, notDropped };
    const before = this.before?.id === previous?.Id ? this.before?.report : undefined;
    if (!before || !report) return { ...saved, changes: null };
    if ("message" in before) return { ...saved, changes: before };
    const mended = findings
      .flatMap(({ changed }) => changed ?? [])
      .filter(({ at }) => Date.parse(at) > Date.parse(before.at));
    const entries = inOrder([...broke(before.at), ...mended, ...policies(before.at)]);
    return { ...saved, changes: { findings: details().changesSince(before, report), entries } };
  }
}

/** @returns them newest first; one entry of the audit trail can explain several findings, and is told once */
function inOrder(changes: readonly PolicyChange[]): PolicyChange[] {
  const all = new Map(changes.map((change) => [`${change.at} ${change.text}`, change]));
  return [...all.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
