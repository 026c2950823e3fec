import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Log } from "sarif";
import { isPassed, type Finding, type Report, type Selection } from "../../checklist/index.ts";
import { english } from "../../command-line/formats/english.ts";
import { FORMATS } from "../../command-line/formats/formats.ts";
import { readInput, runOf, YESTERDAY, type Change } from "./changed-org.ts";
import { allConfirmed } from "./run.ts";

/** A healthy org, but for one thing. `inputs/changes.json` holds them: each that says `cause` or `legal` is tried here. */
interface TriedChange extends Change {
  /** The check that must name what is wrong. */
  readonly cause?: string;
  /** The org only lets suspect it: the check asks, and a person says that it is so. */
  readonly asked?: true;
  /** Whether an org may be like this, and no check may alarm. */
  readonly legal?: true;
}

const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

const changes = Object.entries(await readInput<Record<string, TriedChange>>("changes.json"));

/** @returns what a run says when everything has been confirmed that it asks to be confirmed, but for what is asked of the cause */
async function confirmed({ cause, asked, ...change }: TriedChange): Promise<Report> {
  const run = await runOf(change, SELECTION);
  const said = allConfirmed({ report: run() }, YESTERDAY);
  return run(said.map((each) => (asked && each.check === cause ? { ...each, holds: false } : each)));
}

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
