import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Log } from "sarif";
import { isPassed, type Finding, type Report, type Selection } from "../../checklist/index.ts";
import { english } from "../../command-line/formats/english.ts";
import { FORMATS } from "../../command-line/formats/formats.ts";
import { confirmedRun, readInput, type TriedChange } from "./changed-org.ts";

const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

const changes = Object.entries(await readInput<Record<string, TriedChange>>("changes.json"));

// A healthy org, but for one thing. `inputs/changes.json` holds them: each that says `cause` or `legal` is tried here.

const confirmed = (change: TriedChange): Promise<Report> => confirmedRun(change, SELECTION);

const keyOf = ({ check, subject }: Finding): string => `${check} of ${subject?.username ?? "the org"}`;
const isSettled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";

const healthy = await confirmed({ of: "harbour-lane", records: {} });
const settled = new Set(healthy.findings.filter(isSettled).map(keyOf));

test("without a change, the org is healthy, and nothing is found", () => {
  assert.equal(healthy.verdict, "healthy");
  assert.deepEqual(
    healthy.findings.filter((finding) => !isSettled(finding)).map((finding) => `${keyOf(finding)}: ${finding.state}`),
    []
  );
});

for (const [name, change] of changes.filter(([, { cause }]) => cause !== undefined))
  describe(`the cause ${name}`, async () => {
    const report = await confirmed(change);
    const found = report.findings.filter(
      ({ check, state }) => check === change.cause && ["fail", "warn", "refuted"].includes(state)
    );

    test("is named by the check that is meant for it", () => {
      assert.notDeepEqual(found, [], JSON.stringify(report.findings.filter(({ check }) => check === change.cause)));
    });

    test("is contradicted by no other check", () => {
      const gained = report.findings.filter((finding) => isPassed(finding) && !settled.has(keyOf(finding)));
      assert.deepEqual(gained.map(keyOf), []);
    });

    test("leaves nothing healthy, unless it is a note", () => {
      const counts = found.some(({ severity }) => severity !== "advice");
      assert.equal(report.verdict === "healthy", !counts);
      if (!counts) assert.ok(report.counts.notes > 0);
    });

    test("is told in the terminal and in SARIF", () => {
      const orgs = [{ name, report }];
      const label = english.maybe(`${change.cause ?? ""}.name`) ?? "";
      assert.ok([...FORMATS.human(orgs, english, "1.0.0")].join("").includes(label), label);
      const sarif = JSON.parse([...FORMATS.sarif(orgs, english, "1.0.0")].join("")) as Log;
      const results = sarif.runs.flatMap(({ results = [] }) => results);
      const open = results.filter(({ ruleId, kind = "fail" }) => ruleId === change.cause && kind === "fail");
      assert.ok(open.length > 0, JSON.stringify(results.map(({ ruleId, kind }) => [ruleId, kind])));
    });
  });

for (const [name, change] of changes.filter(([, { legal }]) => legal))
  test(`${name.replaceAll("-", " ")}: no check alarms`, async () => {
    const { findings } = await confirmed(change);
    // What the person looking may not see is said to that person, and is no fault of the org.
    const alarms = findings.filter(
      ({ check, state }) => ["fail", "warn", "refuted"].includes(state) && check !== "viewer-access"
    );
    assert.deepEqual(alarms.map(keyOf), []);
  });
