import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Log } from "sarif";
import {
  CHECKS,
  gather,
  isPassed,
  reportOf,
  RUN_QUERIES,
  type Finding,
  type Report,
  type Selection
} from "../../checklist/index.ts";
import { english } from "../../command-line/formats/english.ts";
import { FORMATS } from "../../command-line/formats/formats.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { allConfirmed, rowsOver } from "./run.ts";

/** A healthy org, but for one thing. `inputs/changes.json` holds them: each that says `cause` or `legal` is tried here. */
interface Change {
  readonly of: string;
  readonly records: Readonly<Record<string, unknown>>;
  readonly unavailable?: Readonly<Record<string, string>>;
  /** The check that must name what is wrong. */
  readonly cause?: string;
  /** Whether an org may be like this, and no check may alarm. */
  readonly legal?: true;
}

const NOW = new Date("2026-11-27T03:00:00Z");
const YESTERDAY = new Date("2026-11-26T03:00:00Z");
const SELECTION: Selection = {
  systemUser: { username: "mcc.system@example.com" },
  impactedUsers: [{ username: "priya.anand@example.com" }]
};

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(join(import.meta.dirname, "inputs", file), "utf8")) as T;
const changes = Object.entries(await read<Record<string, Change>>("changes.json"));
const folder = await mkdtemp(join(tmpdir(), "mcc-causes-"));
after(() => rm(folder, { recursive: true }));

/** @returns what a run says when everything has been confirmed that it asks for */
async function confirmed(name: string, { of, records, unavailable = {} }: Change): Promise<Report> {
  const base = await read<{ records: object }>(`${of}.json`);
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify({ ...base, records: { ...base.records, ...records }, unavailable }));
  const scenario = await loadScenario(file, NOW);
  const evidence = await gather(rowsOver(scenario), {
    queries: RUN_QUERIES,
    selection: SELECTION,
    viewerId: scenario.viewerId
  });
  const run = (confirmations: ReturnType<typeof allConfirmed>): Report =>
    reportOf(CHECKS, { evidence, selection: SELECTION, confirmations, now: NOW });
  return run(allConfirmed({ report: run([]) }, YESTERDAY));
}

const keyOf = ({ check, subject }: Finding): string => `${check} of ${subject?.username ?? "the org"}`;
const isSettled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";

const healthy = await confirmed("healthy", { of: "harbour-lane", records: {} });
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
    const report = await confirmed(name, change);
    const found = report.findings.filter(
      ({ check, state }) => check === change.cause && ["fail", "warn"].includes(state)
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
    const { findings } = await confirmed(name, change);
    // What the person looking may not see is said to that person, and is no fault of the org.
    const alarms = findings.filter(
      ({ check, state }) => ["fail", "warn", "refuted"].includes(state) && check !== "viewer-access"
    );
    assert.deepEqual(alarms.map(keyOf), []);
  });
