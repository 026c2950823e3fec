import type { Check } from "../judge/check.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import { judge } from "../judge/judge.ts";
import { testCheck, type Row } from "./check-table.ts";
import { inDays, situation, withoutPackage, type Changes } from "./situation.ts";

/** What a person may have said of the finding as it stands in the healthy org. */
function word(check: Check, changes: Partial<Confirmation>): Confirmation {
  const [finding] = judge([check], situation()).findings;
  return {
    check: check.id,
    subjectId: null,
    holds: true,
    note: "",
    by: "Vera Lind",
    at: inDays(-1),
    basis: finding?.basis ?? {},
    ...changes
  };
}

const given = (check: Check, changes: Partial<Confirmation>): Changes => ({ confirmations: [word(check, changes)] });

/** Tests a check that only a person can answer: its own rows, and what every such check has in common. */
export function testConfirmedCheck(check: Check, asked: string, table: readonly Row[]): void {
  testCheck(check, [
    ...table,
    ["asks a person", {}, asked],
    ["is confirmed when a person saw that it holds", given(check, {}), "confirmed/confirmed"],
    ["is refuted when a person saw that it does not", given(check, { holds: false }), "refuted/refuted"],
    ["still counts after 180 days", given(check, { at: inDays(-180) }), "confirmed/confirmed"],
    ["asks again after more than 180 days", given(check, { at: inDays(-181) }), asked],
    ["asks again when the confirmation has no readable date", given(check, { at: "yesterday" }), asked],
    ["asks again when what it rested on has changed", given(check, { basis: { "api-user": "someone else" } }), asked],
    ["asks again when a refutation lapsed", given(check, { holds: false, at: inDays(-181) }), asked],
    ["ignores what was said of another check", given(check, { check: "user-active" }), asked],
    ["ignores what was said of a person", given(check, { subjectId: "005000000000001AAA" }), asked],
    ...(check.about === "marketing-cloud"
      ? [["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"] as const]
      : [])
  ]);
}
