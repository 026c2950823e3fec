import type { Report, Selection, StepId, StepSummary } from "c/mccChecklist";

/** What is being checked at the moment. */
export type Scope = "all" | StepId;

export interface Shown {
  /** Findings of checks that are being asked again are those of the last time. */
  readonly report: Report;
  /** The last report that was complete; null before the first. */
  readonly settled: Report | null;
  readonly steps: readonly StepSummary[];
  readonly selection: Selection;
  /** Connected apps that could be the one, for the person to pick. */
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly running: Scope | null;
  readonly checkedAt: Date | null;
  /** What Salesforce said when it answered nothing at all; else null. */
  readonly refusal: string | null;
}

/** What the page shows at one moment. A class, because Lightning wraps plain data in proxies, slow for 2,000 people. */
export class View implements Shown {
  readonly report;
  readonly settled;
  readonly steps;
  readonly selection;
  readonly apps;
  readonly running;
  readonly checkedAt;
  readonly refusal;

  constructor(shown: Shown) {
    this.report = shown.report;
    this.settled = shown.settled;
    this.steps = shown.steps;
    this.selection = shown.selection;
    this.apps = shown.apps;
    this.running = shown.running;
    this.checkedAt = shown.checkedAt;
    this.refusal = shown.refusal;
  }
}
