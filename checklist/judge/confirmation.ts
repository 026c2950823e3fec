import type { Basis, BasisPart } from "../facts/basis.ts";
import type { CheckId } from "./ids.ts";
import { DAY } from "./time.ts";

/** What a person saw where the org can't tell. */
export interface Confirmation {
  readonly check: CheckId;
  /** The Id of the person it is about; null for the org, the app and Marketing Cloud. */
  readonly subjectId: string | null;
  readonly holds: boolean;
  readonly note: string;
  /** Name of who looked. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The `basis` of the finding that was confirmed. */
  readonly basis: Basis;
}

/** After this many days somebody should look again. Source: docs/sources.md, Our own rules. */
export const CONFIRMATION_DAYS = 180;

export type Lapse = { readonly why: "age" } | { readonly why: "changed"; readonly parts: readonly BasisPart[] };

/** @returns why a confirmation no longer counts, or null when it does */
export function lapseOf(confirmation: Confirmation, basis: Basis, now: Date): Lapse | null {
  const all = new Set([...Object.keys(basis), ...Object.keys(confirmation.basis)] as BasisPart[]);
  const parts = [...all].filter((part) => basis[part] !== confirmation.basis[part]);
  if (parts.length) return { why: "changed", parts };
  const age = now.getTime() - Date.parse(confirmation.at);
  // Written so that an unreadable date lapses too.
  return age <= CONFIRMATION_DAYS * DAY ? null : { why: "age" };
}
