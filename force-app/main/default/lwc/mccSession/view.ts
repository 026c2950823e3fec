import type { Report, Selection, StepId, StepSummary } from "c/mccChecklist";
import type { Refusal } from "c/mccWords";
import type { Confirming } from "./confirmations.ts";
import type { History } from "./history.ts";

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
  /** How many people have a Marketing Cloud box ticked; null where the org does not tell. */
  readonly boxUsers: number | null;
  readonly confirming: Confirming;
  /** Why the choice of people is not kept; null where it is. */
  readonly peopleNotKept: Refusal | null;
  readonly history: History;
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
  readonly boxUsers;
  readonly confirming;
  readonly peopleNotKept;
  readonly history;
  readonly refusal;

  constructor(shown: Shown) {
    this.report = shown.report;
    this.settled = shown.settled;
    this.steps = shown.steps;
    this.selection = shown.selection;
    this.apps = shown.apps;
    this.running = shown.running;
    this.checkedAt = shown.checkedAt;
    this.boxUsers = shown.boxUsers;
    this.confirming = shown.confirming;
    this.peopleNotKept = shown.peopleNotKept;
    this.history = shown.history;
    this.refusal = shown.refusal;
  }
}
