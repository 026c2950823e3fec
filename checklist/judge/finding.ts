import type { Basis } from "../facts/basis.ts";
import type { Changed } from "./changed.ts";
import type { Severity, Source, State } from "./check.ts";
import type { CheckId, StepId } from "./ids.ts";
import type { Confirmation, Lapse } from "./confirmation.ts";
import type { PageId } from "./pages.ts";
import type { Person } from "../facts/people.ts";
import type { Values } from "../messages/text.ts";

export interface Fix {
  /** Whose steps: the check's own, or `common` for those that help where any check could not be judged. */
  readonly of: CheckId;
  /** The messages `<of>.fix.<step>`, else `common.fix.<step>`. */
  readonly steps: readonly string[];
  readonly link: { readonly page: PageId; readonly address: string } | null;
}

/** A check's outcome for one subject: plain data, in nobody's language. `wordingOf` gives it words. */
export interface Finding {
  readonly check: CheckId;
  readonly step: StepId;
  readonly subject: Person | null;
  /** Found of a guess: it holds only if this person is the system user, and decides neither verdict nor what comes first. */
  readonly tentative: boolean;
  readonly state: State;
  readonly severity: Severity;
  /** Names the sentences: `<check>.<case>.…`, or `common.<case>.…` for what any check can run into. */
  readonly case: string;
  readonly values: Values;
  readonly source: Source;
  readonly fix: Fix;
  /** What a confirmation of this finding would rest on; null where there is nothing to confirm. */
  readonly basis: Basis | null;
  /** The person's word that made it `confirmed` or `refuted`, or the one that lapsed. */
  readonly confirmation: Confirmation | null;
  readonly lapsed: Lapse | null;
  /** Who last changed what the finding is about, as far as the audit trail tells. */
  readonly changed: Changed | null;
}

/** @returns a name for the finding that stays the same from run to run */
export const findingKey = ({ check, subject }: Pick<Finding, "check" | "subject">): string =>
  subject ? `${check}/${subject.id ?? subject.username ?? subject.role}` : check;

/** Whether the finding asks for something to be mended. */
export const isFailed = ({ state }: Pick<Finding, "state">): boolean => state === "fail" || state === "refuted";
/** Whether the finding can be left alone. */
export const isPassed = ({ state }: Finding): boolean => state === "pass" || state === "confirmed";
