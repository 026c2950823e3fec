import type { Report, Selection, StepId, StepSummary } from "c/mccChecklist";
import type { Refusal } from "c/mccLabels";
import type { Confirming } from "./confirmations.ts";
import type { History } from "./history.ts";

/** What is being checked at the moment. */
export type Scope = "all" | StepId;

/** What the page shows at one moment. */
export interface View {
  /** Findings of checks that are being asked again are those of the last time. */
  readonly report: Report;
  /** null before the first. */
  readonly lastCompleteReport: Report | null;
  readonly steps: readonly StepSummary[];
  readonly selection: Selection;
  /** Connected apps that could be the one, for the person to pick. */
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly running: Scope | null;
  readonly checkedAt: Date | null;
  /** How many people have a Marketing Cloud checkbox selected; null where the org does not say. */
  readonly boxUsers: number | null;
  readonly confirming: Confirming;
  /** Why the choice of people is not saved; null where it is. */
  readonly peopleNotSaved: Refusal | null;
  readonly history: History;
  /** What Salesforce said when it answered nothing at all; else null. */
  readonly refusal: string | null;
}

/** An instance of a class, because Lightning wraps plain data in proxies, which are slow for 2,000 people. */
class Unproxied {
  constructor(view: View) {
    Object.assign(this, view);
  }
}

/** @returns the view as components are to get it */
export const unproxied = (view: View): View => new Unproxied(view) as View;
