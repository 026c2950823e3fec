import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compare, comparedReport, isPassed, type Finding, type Report, type Selection } from "../../checklist/index.ts";
import { compareExitCode, compareSides } from "../../command-line/comparison/compare-sides.ts";
import { sideOfReport } from "../../command-line/comparison/side.ts";
import { confirmedRun, readInput, type TriedChange } from "./changed-org.ts";

// An org as it was, and with one thing changed: a comparison tells the check that is meant for it, and nothing else.

const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

const confirmed = (change: TriedChange): Promise<Report> => confirmedRun(change, SELECTION);

const changes = Object.entries(await readInput<Record<string, TriedChange>>("changes.json"));
const healthy = await confirmed({ of: "harbour-lane", records: {} });
const keyOf = ({ check, subject }: Pick<Finding, "check" | "subject">): string =>
  `${check} of ${subject?.role ?? "the org"}`;
const isSettled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";

for (const [name, change] of changes.filter(([, { cause, of }]) => cause !== undefined && of === "harbour-lane"))
  describe(`the cause ${name}`, async () => {
    const report = await confirmed(change);
    const { differences, systemUser } = compare(comparedReport(healthy), comparedReport(report));

    test("is told by the check that is meant for it", () => {
      assert.ok(
        differences.some(({ after }) => after.check === change.cause && !isSettled(after)),
        differences.map(({ after }) => keyOf(after)).join(", ")
      );
    });

    test(
      "is all that is told: what stands as it stood is not",
      { skip: change.asked && "what a person is asked about can show in what other questions say" },
      () => {
        const told = new Set(differences.map(({ after }) => keyOf(after)));
        const before = new Map(healthy.findings.map((finding) => [keyOf(finding), finding]));
        const quiet = report.findings.filter((finding) => {
          const was = before.get(keyOf(finding));
          return was?.state === finding.state && was.case === finding.case && isSettled(finding);
        });
        assert.deepEqual(
          quiet.filter((finding) => told.has(keyOf(finding))).map((finding) => [keyOf(finding), finding.values]),
          []
        );
        assert.equal(systemUser, null);
      }
    );
  });

test("the same org, checked twice, differs in nothing", async () => {
  const result = compareSides(
    sideOfReport("one", healthy),
    sideOfReport("other", await confirmed({ of: "harbour-lane", records: {} }))
  );
  assert.deepEqual(result.differences, []);
  assert.equal(compareExitCode(result), 0);
});
