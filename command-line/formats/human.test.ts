import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CHECKS, reportOf } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser, type Changes } from "../../checklist/testing/situation.ts";
import { english } from "./english.ts";
import { humanReport } from "./human.ts";

const textOf = (changes: Changes): string => humanReport(reportOf(CHECKS, situation(changes)), english);

/** As many impacted users as that, each with a name of their own. */
function impacted(count: number): Changes {
  const users = Array.from({ length: count }, (_, i) => {
    const number = String(100 + i);
    return impactedUser({ Id: `005000000000${number}AAA`, Username: `user${number}@example.com` });
  });
  return {
    rows: { users: [systemUser(), ...users] },
    selection: { impactedUsers: users.map(({ Id, Username }) => ({ id: Id, username: Username })) }
  };
}

describe("a report for a terminal", () => {
  for (const { name, count, line } of [
    { name: "nobody but the system user", count: 0, line: /^Impacted users: 0$/m },
    { name: "ten people", count: 10, line: /^Impacted users: (user\d+@example\.com(, )?){10}$/m },
    { name: "eleven people, and names them no more", count: 11, line: /^Impacted users: 11$/m }
  ])
    test(`says that it is about ${name}`, () => assert.match(textOf(impacted(count)), line));

  test("tells once in a step what could not be read, and all that was not checked for it", () => {
    const changes: Changes = { faults: { users: "server" } };
    const text = textOf(changes);
    const { findings } = reportOf(CHECKS, situation(changes));
    const steps = new Set(findings.filter(({ case: name }) => name === "server").map(({ step }) => step));
    const count = text.split("Couldn't be checked: Salesforce returned an error for users\n").length - 1;
    assert.ok(count > 0 && count <= steps.size, `told ${count} times in ${steps.size} steps`);
    assert.match(text, /Not checked {2}[^\n]+, 2 people\n {19}[^\n]+, 2 people\n/);
  });

  for (const { name, changes, fix } of [
    {
      name: "nobody said who the system user is",
      changes: { selection: { systemUser: undefined as never } },
      fix: "--system-user"
    },
    { name: "a person was not found", changes: { rows: { users: [systemUser()] } }, fix: "--user or --system-user" }
  ])
    test(`names a flag, and no step of the wizard, where ${name}`, () => {
      const text = textOf(changes);
      assert.ok(text.includes(fix), text);
      assert.doesNotMatch(text, /step People/);
    });
});
