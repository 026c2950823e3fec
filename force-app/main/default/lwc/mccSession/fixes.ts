import type { FixPermission, Report, SavedChange, SetupChange } from "c/mccChecklist";
import type { Fixer, LoadedChanges } from "c/mccFixer";

/** What MCC Health may change for the person looking, and what it has changed. */
export interface Fixes {
  readonly may: boolean;
  /** What can be changed now, in order of repair; none where the person may change nothing. */
  readonly offered: readonly SetupChange[];
  /** Why something that is of a kind to be changed here can't be; none where the person may change nothing. */
  readonly withheld: Report["withheld"];
  /** What the person looking may do in Setup; null where that is not known. */
  readonly permissions: ReadonlySet<FixPermission> | null;
  /** Newest first. */
  readonly saved: readonly SavedChange[];
}

/** Reads changes behind what the person sees: nothing waits for it. */
export class Changes {
  private readonly fixer: Pick<Fixer, "load">;
  private readonly onChange: () => void;
  private loaded: LoadedChanges = { may: false, permissions: null, saved: [] };

  constructor(fixer: Pick<Fixer, "load">, onChange: () => void) {
    this.fixer = fixer;
    this.onChange = onChange;
  }

  async load(): Promise<void> {
    this.loaded = await this.fixer.load();
    this.onChange();
  }

  /** @param report what is shown; null before the first */
  fixes(report: Report | null): Fixes {
    const { may, permissions, saved } = this.loaded;
    const { changes: offered = [], withheld = [] } = (may ? report : null) ?? {};
    return { may, permissions, saved, offered, withheld };
  }
}
