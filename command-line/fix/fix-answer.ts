/** Why a change was not made: the messages `change.reason.…`. */
export const FIX_REASONS = [
  "already",
  "expired",
  "gone",
  "inactive",
  "moved",
  "no-access",
  "no-license",
  "powerful",
  "refused",
  "unknown",
  "untried"
] as const;
export type FixReason = (typeof FIX_REASONS)[number];

/** What each step answers. See the Apex class MccFixAnswer, whose fields these are. */
export interface FixAnswer {
  readonly done: boolean;
  readonly reason: FixReason | null;
  readonly message: string | null;
  readonly recordId: string | null;
  readonly changeIds: readonly string[] | null;
}

const NOTHING = { done: false, reason: null, message: null, recordId: null, changeIds: null };

export const doneWith = (recordId: string | null): FixAnswer => ({ ...NOTHING, done: true, recordId });
export const intended = (changeIds: readonly string[]): FixAnswer => ({ ...NOTHING, done: true, changeIds });
export const because = (reason: FixReason, message: string | null = null): FixAnswer => ({
  ...NOTHING,
  reason,
  message
});

/** Salesforce's codes, as the Apex class MccFixAnswer reads them. */
const REASONS: readonly (readonly [code: RegExp, reason: FixReason])[] = [
  [/^LICENSE_LIMIT_EXCEEDED$/, "no-license"],
  [/^DUPLICATE_VALUE$/, "already"],
  [/^(ENTITY_IS_DELETED|NOT_FOUND)$/, "gone"],
  [/^(INSUFFICIENT_ACCESS.*|INVALID_FIELD_FOR_INSERT_UPDATE)$/, "no-access"]
];

/** Codes that no org gives: the request was sent, and no whole answer came. */
const LOST = /^(TIMEOUT|NETWORK|MALFORMED_ANSWER|UND_ERR_\w+|E[A-Z]+|ERR_\w+|ERROR_HTTP_\w+|UNKNOWN_EXCEPTION)$/;

/** @returns the answer where the org refused a write, in its own words */
export function refusedBy(error: unknown): FixAnswer {
  const { errorCode, code, name, message } = error as Error & { errorCode?: string; code?: string };
  const said = errorCode ?? code ?? name;
  if (LOST.test(said)) return because("unknown", message);
  return because(REASONS.find(([pattern]) => pattern.test(said))?.[1] ?? "refused", message);
}
