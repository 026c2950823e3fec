import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { impactedUser, noCandidate, situation, type Changes } from "../../testing/situation.ts";
import { systemUserChosen } from "./system-user-chosen.ts";

const nobody: Changes = { selection: { systemUser: undefined as never } };

testCheck(systemUserChosen, [
  ["passes when somebody is chosen", {}, "pass/chosen"],
  ["is unknown when the best candidate is taken", nobody, "unknown/system-user-guessed"],
  ["is unknown when there is no candidate either", { ...nobody, rows: noCandidate }, "unknown/no-system-user"],
  [
    "is unknown when the org has nobody of the username",
    { selection: { systemUser: { username: "nobody@example.com" } } },
    "unknown/person-not-found"
  ],
  ["is unknown when the one chosen is not there", { rows: { users: [impactedUser()] } }, "unknown/person-not-found"]
]);

test.each([
  ["name", { id: "005000000000066AAA", username: "mc@example.com", name: "Marketing Cloud" }, "Marketing Cloud"],
  ["username where no name is known", { username: "mc@example.com" }, "mc@example.com"],
  ["Id where nothing else is known", { id: "005000000000066AAA" }, "005000000000066AAA"]
])("a chosen system user who is not there is called by their %s", (_how, systemUser, user) => {
  const { findings } = judge([systemUserChosen], situation({ selection: { systemUser } }));
  expect(findings[0]?.values).toMatchObject({ user });
});
