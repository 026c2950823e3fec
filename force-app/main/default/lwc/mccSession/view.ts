import type { Report, Selection, StepId, StepSummary } from "c/mccChecklist";
import type { Refusal } from "c/mccLabels";
import type { Confirming } from "./confirmations.ts";
import type { History } from "./history.ts";

/** What is being checked at the moment. */
export type Scope = "all" | StepId;

/** What the page shows at one moment. A class, because Lightning wraps plain data in proxies, slow for 2,000 people. */
export class View {
  /** Findings of checks that are being asked again are those of the last time. */
  declare readonly report: Report;
  /** null before the first. */
  declare readonly lastCompleteReport: Report | null;
  declare readonly steps: readonly StepSummary[];
  declare readonly selection: Selection;
  /** Connected apps that could be the one, for the person to pick. */
  declare readonly apps: readonly { readonly id: string; readonly name: string }[];
  declare readonly running: Scope | null;
  declare readonly checkedAt: Date | null;
  /** How many people have a Marketing Cloud checkbox selected; null where the org does not say. */
  declare readonly boxUsers: number | null;
  declare readonly confirming: Confirming;
  /** Why the choice of people is not saved; null where it is. */
  declare readonly peopleNotSaved: Refusal | null;
  declare readonly history: History;
  /** What Salesforce said when it answered nothing at all; else null. */
  declare readonly refusal: string | null;

  constructor(parts: Omit<View, never>) {
    Object.assign(this, parts);
  }
}
