import { WORKS, type Basis, type BasisPart } from "../facts/basis.ts";
import { DAY } from "../facts/time.ts";
import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import type { CheckId } from "./ids.ts";

/**
 * Why a confirmation that was saved is not what somebody said of this org: its record is not readable, comes from another
 * org, was changed by somebody else or a job afterwards, or does not say who saw it and when.
 */
export type Void = "unreadable" | "other-org" | "touched" | "unsigned";

/** What a person saw where the org can't tell. */
export interface Confirmation {
  readonly check: CheckId;
  /** The Id of the person it is about; null for the org, the app and Marketing Cloud. */
  readonly subjectId: string | null;
  readonly holds: boolean;
  /** Which of the check's answers it was; where it is known, it counts before `holds`. */
  readonly answer?: string;
  readonly note: string;
  /** Name of who looked. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The `basis` of the finding that was confirmed. */
  readonly basis: Basis;
  /** Marketing Cloud's own answer, where the person brought that instead of looking; it is judged anew each time. */
  readonly marketingCloud?: MarketingCloudAnswer;
  /** Marketing Cloud was asked over its API just now: nothing of it is saved. */
  readonly isJustAsked?: true;
  /** Why it does not count, whatever it says. */
  readonly void?: Void;
}

/** After this many days somebody should look again. Source: docs/sources.md, Our own rules. */
export const CONFIRMATION_DAYS = 180;

export type Lapse =
  | { readonly why: "age" | Void }
  /** `unsaid`: it does not say what these were then, because an earlier version kept it. */
  | { readonly why: "changed" | "unsaid"; readonly parts: readonly BasisPart[] };

/** @returns why a confirmation no longer counts, or null when it does */
export function lapseOf(confirmation: Confirmation, basis: Basis, now: Date): Lapse | null {
  if (confirmation.void) return { why: confirmation.void };
  const then = confirmation.basis;
  const unsaid = partsOf(basis).filter((part) => then[part] === undefined);
  const changed = [...new Set([...partsOf(basis), ...partsOf(then)])].filter(
    // What got better since does not speak against what somebody saw while it was worse.
    (part) => then[part] !== undefined && basis[part] !== then[part] && basis[part] !== WORKS
  );
  if (changed.length) return { why: "changed", parts: changed };
  if (unsaid.length) return { why: "unsaid", parts: unsaid };
  const age = now.getTime() - Date.parse(confirmation.at);
  // Written so that an unreadable date lapses too.
  return age <= CONFIRMATION_DAYS * DAY ? null : { why: "age" };
}

const partsOf = (basis: Basis): BasisPart[] => Object.keys(basis) as BasisPart[];
