import type { Report } from "c/mccChecklist";
import type { KeptRun, Memory, Recalled } from "c/mccMemory";
import type { Refusal } from "c/mccWords";

/** The runs that the org keeps, newest first. */
export interface History {
  readonly runs: readonly KeptRun[];
  /** The one before the run that is shown; null where there is none. */
  readonly previous: KeptRun | null;
  /** Why the last run is not kept; null where it is. */
  readonly notKept: Refusal | null;
}

/** Keeps runs in the org, behind what the person sees: nothing waits for it. */
export class Runs {
  history: History = { runs: [], previous: null, notKept: null };
  private readonly memory: Memory;
  private readonly onChange: () => void;
  private mayKeep = true;

  constructor(memory: Memory, onChange: () => void) {
    this.memory = memory;
    this.onChange = onChange;
  }

  take({ runs, rights }: Recalled): void {
    this.history = { ...this.history, runs: runs ?? [] };
    this.mayKeep = rights.keepRun;
  }

  async keep(report: Report, milliseconds: number): Promise<void> {
    const [previous = null] = this.history.runs;
    const { reason, message, kept } = this.mayKeep
      ? await this.memory.keepRun(report, milliseconds)
      : { reason: "no-access", message: "", kept: null };
    const notKept = reason === null ? null : { reason, message };
    this.history = { runs: kept ?? this.history.runs, previous, notKept };
    this.onChange();
  }
}
