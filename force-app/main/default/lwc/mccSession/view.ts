import type {
  CheckId,
  MarketingCloudRequest,
  PlanLine,
  Refusal as AnswerRefusal,
  Report,
  Runbook,
  Selection,
  Situation,
  StepId,
  StepSummary
} from "c/mccChecklist";
import { details } from "c/mccDetails";
import type { Refusal } from "c/mccLabels";
import type { Confirming } from "./confirmations.ts";
import type { Fixes } from "./fixes.ts";
import type { History } from "./history.ts";
import type { Miss } from "./lastAnswers.ts";
import type { Progress } from "./progress.ts";
import type { Recheck } from "./recheck.ts";

/** What is being checked at the moment; `people`: everything about other people than before. */
export type Scope = "all" | "people" | StepId;

export interface StepView extends StepSummary {
  /** Whether some of its answers are on their way. */
  readonly isChecking: boolean;
}

/** Whom Marketing Cloud can be asked about, and what came of the answer that was pasted last. */
export interface MarketingCloud {
  /** undefined where the org does not say whom to ask about. */
  readonly request: MarketingCloudRequest | undefined;
  readonly outcome: { readonly refused: AnswerRefusal } | { readonly settled: number } | null;
}

/** What the page shows at one moment. A class, because Lightning wraps plain data in proxies, slow for 2,000 people. */
export class View {
  /** Findings of checks that are being asked again are those of the last time. */
  declare readonly report: Report;
  /** null before the first. */
  declare readonly lastCompleteReport: Report | null;
  declare readonly steps: readonly StepView[];
  declare readonly selection: Selection;
  /** Connected apps that could be the one, for the person to pick. */
  declare readonly apps: readonly { readonly id: string; readonly name: string }[];
  declare readonly running: Scope | null;
  declare readonly checkedAt: Date | null;
  /** How many people have a Marketing Cloud checkbox selected; null where the org does not say. */
  declare readonly connectorUserCount: number | null;
  declare readonly confirming: Confirming;
  /** Why the choice of people is not saved; null where it is. */
  declare readonly peopleNotSaved: Refusal | null;
  declare readonly history: History;
  declare readonly fixes: Fixes;
  /** What it all follows from. */
  declare readonly situation: Situation;
  declare readonly marketingCloud: MarketingCloud;
  /** What Salesforce said when it answered nothing at all; else null. */
  declare readonly refusal: string | null;
  /** Whether the connection was lost, so that Salesforce said nothing itself. */
  declare readonly wasLost: boolean;
  /** The checks whose last check brought no answer: they stand as they stood then. */
  declare readonly asOf: ReadonlyMap<CheckId, Date>;
  /** The last check that brought no answer; null once all has been answered again. */
  declare readonly miss: Miss | null;
  /** What came of checking a step again, last. */
  declare readonly recheck: Recheck | null;
  declare readonly progress: Progress;
  /** What is left to do, in order of repair, with what of it is done since the page was opened. */
  declare readonly plan: readonly PlanLine[];

  private madeRunbook: Runbook | undefined;

  constructor(parts: Omit<View, "runbook">) {
    Object.assign(this, parts);
  }

  /** Made when it is shown, once: nothing else needs it, and a template asks many times. */
  get runbook(): Runbook {
    this.madeRunbook ??= details().runbookOf(this.situation, this.report);
    return this.madeRunbook;
  }
}
