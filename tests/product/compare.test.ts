import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report, Selection } from "../../checklist/index.ts";
import { compareExitCode, compareSides, type CompareResult } from "../../command-line/comparison/compare-sides.ts";
import { sideOfReport } from "../../command-line/comparison/side.ts";
import { confirmedRun, readInput, type TriedChange } from "./changed-org.ts";

// An org as it was, and with one thing changed: a comparison tells the check that is meant for it, and nothing else.

const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

const NOBODY = { before: [], after: [] };
const confirmed = (change: TriedChange): Promise<Report> => confirmedRun(change, SELECTION);

const changes = Object.entries(await readInput<Record<string, TriedChange>>("changes.json"));
const healthy = await confirmed({ of: "harbour-lane", records: {} });
const keyOf = ({ check, subject }: CompareResult["differences"][number]): string =>
  subject ? `${check}, ${subject.role}` : check;
const NO_APP = ["app-permission-set", "permitted-users", "ip-relaxation", "refresh-token-policy", "app-changes"];

/** What else one setting changes: what is judged by it, and what follows from it. Of all others, the cause alone is told. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  // Never connected, never a result; a copy of an org has none either.
  "never-connected": ["business-units-enabled", "tracking-fresh"],
  "sandbox-wired-to-production": ["tracking-fresh"],
  "api-not-enabled": ["user-profile"],
  "app-gone": [...NO_APP, "session-level", "app-access", "user-logins"],
  "permission-set-taken-off-the-app": ["app-access"],
  // The audit trail is what tells it.
  "ip-restrictions-enforced": ["app-changes"],
  "another-user-is-mapped": ["shared-mc-user"],
  // They name two API Users.
  "two-configurations": ["api-user-flag"]
};
/** Where one setting is that of both people. */
const OF_BOTH = ["green-clone-0", "app-gone", "permission-set-taken-off-the-app", "system-user-with-another-license"];

const compared = (before: Report, after: Report) =>
  compareSides(sideOfReport("before", before), sideOfReport("after", after));

for (const [name, change] of changes.filter(([, { cause, of }]) => cause !== undefined && of === "harbour-lane"))
  describe(`two reports that differ in ${name.replaceAll("-", " ")}`, async () => {
    const report = await confirmed(change);
    const there = compared(healthy, report);

    test("tell exactly that, and what follows from it", () => {
      const checks = [...new Set(there.differences.map(({ check }) => check))].sort();
      assert.deepEqual(checks, [change.cause ?? "", ...(FOLLOWS[name] ?? [])].sort());
      const cause = there.differences.find(({ check }) => check === change.cause);
      assert.ok(cause && !["pass", "confirmed"].includes(cause.after.state), JSON.stringify(cause));
      assert.deepEqual([there.systemUser, there.people, there.checks], [null, NOBODY, NOBODY]);
      assert.equal(compareExitCode(there), 1);
    });

    test("tell it of the people concerned, and of nobody else", () => {
      const roles = new Set(there.differences.flatMap(({ subject }) => subject?.role ?? []));
      if (roles.has("impacted-user")) assert.ok(OF_BOTH.includes(name), [...roles].join());
    });

    test("tell the same in the other order, with how it was and how it is the other way round", () => {
      const back = compared(report, healthy);
      assert.deepEqual(
        back.differences.map((each) => [keyOf(each), each.after.state, each.before.state]).sort(),
        there.differences.map((each) => [keyOf(each), each.before.state, each.after.state]).sort()
      );
    });
  });

test("the same org, checked twice, differs in nothing", async () => {
  const result = compareSides(
    sideOfReport("one", healthy),
    sideOfReport("other", await confirmed({ of: "harbour-lane", records: {} }))
  );
  assert.deepEqual(result.differences, []);
  assert.equal(compareExitCode(result), 0);
});
