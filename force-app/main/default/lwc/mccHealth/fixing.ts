import { findingKey, isPassed, type SetupChange, type StepId } from "c/mccChecklist";
import { label, translator } from "c/mccLabels";
import type { View } from "c/mccSession";

/** Changes that somebody was asked to agree to, and for which finding. */
export interface OpenPlan {
  readonly key: number;
  readonly changes: readonly SetupChange[];
  readonly undoes: string | null;
  readonly finding: string | null;
}

/** What the page shows of it. */
export interface FixState {
  /** The plan that is open; none, or one. */
  readonly plans: readonly OpenPlan[];
  /** What the check said that ran after its changes. */
  readonly afterwards: string;
}

interface Page {
  readonly view: () => View | null;
  readonly loadChanges: () => Promise<void>;
  readonly checkAll: () => Promise<boolean>;
  readonly checkStep: (step: StepId, findings: readonly string[]) => Promise<boolean>;
  /** Says how a check gets on, and at its end what `done` makes of the verdict. */
  readonly follow: (run: Promise<boolean>, done: (verdict: string) => string) => Promise<void>;
  readonly announce: (text: string) => void;
  readonly onChange: (state: FixState) => void;
}

/** Changes in Setup, from a plan that is opened to the check that follows. */
export class Fixing {
  /** While changes are being made, no check begins: it would tell of half of them. */
  isApplying = false;
  private readonly page: Page;
  private state: FixState = { plans: [], afterwards: "" };
  /** Somebody asked for a check meanwhile. */
  private mustCheckAll = false;
  private onIdle = (): void => undefined;

  constructor(page: Page) {
    this.page = page;
  }

  open(plan: Omit<OpenPlan, "key">): void {
    if (this.isApplying) {
      this.page.announce(label("ui.fix.wait"));
      return;
    }
    const key = (this.state.plans[0]?.key ?? 0) + 1;
    this.set({ afterwards: "", plans: plan.changes.length ? [{ ...plan, key }] : [] });
  }

  /** Other people were chosen: what is proposed is not about them. What is being made is told to its end. */
  drop(): void {
    if (!this.isApplying) this.set({ plans: [] });
  }

  /** @returns the finding that it was opened at; null where it was opened for all */
  close(): string | null {
    const [plan] = this.state.plans;
    this.set({ plans: [] });
    return plan?.finding ?? null;
  }

  begin(): void {
    this.isApplying = true;
  }

  /** @returns whether a check has to wait: it comes once the changes are made, and the page says so */
  postponesCheck(): boolean {
    if (!this.isApplying) return false;
    this.mustCheckAll = true;
    this.set({ afterwards: label("ui.fix.check-later") });
    this.page.announce(this.state.afterwards);
    return true;
  }

  /**
   * Whether it helped: the checks concerned run again.
   * @param keys of the findings whose changes were made
   */
  async end(keys: readonly string[]): Promise<void> {
    this.isApplying = false;
    const isAskedFor = this.mustCheckAll;
    this.mustCheckAll = false;
    const loading = this.page.loadChanges();
    const findings = this.page.view()?.report.findings ?? [];
    const concerned = findings.filter((finding) => keys.includes(findingKey(finding)));
    const [step, ...others] = new Set(concerned.map((finding) => finding.step));
    if (step || isAskedFor) {
      this.set({ afterwards: label("ui.fix.checking") });
      // One that began before the last change may have asked before it.
      await this.idle();
      const isOfOne = step && !others.length && !isAskedFor;
      await this.page.follow(isOfOne ? this.page.checkStep(step, keys) : this.page.checkAll(), (verdict) => {
        this.set({ afterwards: keys.length ? this.fixedText(keys) : "" });
        return `${this.state.afterwards} ${verdict}.`.trim();
      });
    }
    await loading;
  }

  /** Called when no check runs any more. */
  idled(): void {
    this.onIdle();
  }

  private idle(): Promise<void> {
    if (!this.page.view()?.running) return Promise.resolve();
    return new Promise((resolve) => {
      this.onIdle = resolve;
    });
  }

  /** How the findings stand that were to be fixed. */
  private fixedText(keys: readonly string[]): string {
    const { recheck, lastCompleteReport } = this.page.view() ?? {};
    if (recheck) return recheck.text;
    const left = (lastCompleteReport?.findings ?? []).filter((finding) => {
      return keys.includes(findingKey(finding)) && !isPassed(finding);
    });
    return left.length
      ? translator().plural("ui.recheck.partly", keys.length - left.length, { total: keys.length })
      : label("ui.recheck.fixed");
  }

  private set(changes: Partial<FixState>): void {
    this.state = { ...this.state, ...changes };
    this.page.onChange(this.state);
  }
}
