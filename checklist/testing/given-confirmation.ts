import { checkOf } from "../catalogue.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import type { CheckId } from "../judge/ids.ts";
import { judge } from "../judge/judge.ts";
import { inDays, situation, type Changes } from "./situation.ts";

/**
 * @param then how the org was when the person looked
 * @returns what a person said yesterday of the finding as it stood then
 */
export function givenConfirmation(
  check: CheckId,
  changes: Partial<Confirmation> = {},
  then: Changes = {}
): Confirmation {
  const [finding] = judge([checkOf(check)], situation(then)).findings;
  return {
    check,
    subjectId: null,
    holds: true,
    note: "",
    by: "Vera Lind",
    at: inDays(-1),
    basis: finding?.basis ?? {},
    ...changes
  };
}
