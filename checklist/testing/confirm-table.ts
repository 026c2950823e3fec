import type { Check } from "../judge/check.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import { judge } from "../judge/judge.ts";
import { testCheck, type Row } from "./check-table.ts";
import { givenConfirmation } from "./given-confirmation.ts";
import { inDays, situation, withoutPackage, type Changes } from "./situation.ts";

const given = ({ id }: Check, changes: Partial<Confirmation>): Changes => ({
  confirmations: [givenConfirmation(id, changes)]
});

/** Tests a check that only a person can answer: its own rows, and what every such check has in common. */
export function testConfirmedCheck(check: Check, asked: string, table: readonly Row[]): void {
  test.each([
    ["how to check while it is open", {}, check.look],
    ["how to fix it once it is refuted", given(check, { holds: false }), check.fix]
  ])(`${check.id} tells %s`, (_what, changes, steps) => {
    expect(judge([check], situation(changes)).findings[0]?.fix).toMatchObject({ of: check.id, steps });
  });
  const answers = Object.entries(check.answers ?? {});
  testCheck(check, [
    ...table,
    ...answers.map(([answer, is]): Row => {
      const state = is === "right" ? "confirmed" : "refuted";
      // Whatever an earlier version made of it.
      return [
        `is ${state} by the answer ${answer}`,
        given(check, { answer, holds: is !== "right" }),
        `${state}/${answer}`
      ];
    }),
    ["asks again when the answer is of another version", given(check, { answer: "toString" }), asked],
    ["asks again when an answer lapsed", given(check, { answer: answers[0]?.[0] ?? "", at: inDays(-181) }), asked],
    ["asks a person", {}, asked],
    ["is confirmed when a person saw that it holds", given(check, {}), "confirmed/confirmed"],
    ["is refuted when a person saw that it does not", given(check, { holds: false }), "refuted/refuted"],
    ["still counts after 180 days", given(check, { at: inDays(-180) }), "confirmed/confirmed"],
    ["asks again after more than 180 days", given(check, { at: inDays(-181) }), asked],
    ["asks again when the confirmation has no readable date", given(check, { at: "yesterday" }), asked],
    [
      "asks again when what it rested on has changed",
      given(check, { basis: { [check.restsOn?.[0] ?? ""]: "another" } }),
      asked
    ],
    ["asks again when an earlier version did not note what it rested on", given(check, { basis: {} }), asked],
    ["asks again when a refutation lapsed", given(check, { holds: false, at: inDays(-181) }), asked],
    ["ignores what was said of another check", given(check, { check: "user-active" }), asked],
    ["ignores what was said of a person", given(check, { subjectId: "005000000000001AAA" }), asked],
    ...(check.restsOn?.includes("policies")
      ? [
          [
            "is unknown, whatever was confirmed, when changes of the policies may be hidden",
            { ...given(check, {}), rows: { "app-policy-changes": [] }, lacks: ["PermissionsViewSetup"] },
            "unknown/hidden"
          ] as const
        ]
      : []),
    ...(check.about === "marketing-cloud"
      ? [["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"] as const]
      : [])
  ]);
}
