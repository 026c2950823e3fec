import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  htmlReport,
  markdownReport,
  masked,
  printedReport,
  RUN_QUERIES,
  type QuerySource
} from "../../checklist/index.ts";
import { english } from "../../command-line/formats/english.ts";
import { humanReport } from "../../command-line/formats/human.ts";
import { faultsOf } from "../report/schema.ts";
import { pathsOf, remembering, shuffled, withRows, withValue } from "./disturbances.ts";
import { FAULTS, withFaults, type FaultCase } from "./fault-cases.ts";
import { breaches, faultIn, gained } from "./laws.ts";
import { allConfirmed, rowsOver, runOver, scenarioNow, sharingNow, type Run } from "./run.ts";

/**
 * The same on each run, so that nobody's change fails by another's bad luck. `numRuns` up, `seed` out: look for more. A
 * run writes the report in five ways, which takes longer than to judge: twelve in each of six situations are 72 a law.
 */
const RUNS = { seed: 20260504, numRuns: 12 };

const THROWN: FaultCase = {
  name: "an exception for the whole wave",
  kind: "server",
  reply: () => {
    throw new Error("The connection broke off.");
  }
};

const SITUATIONS = [
  { name: "several-faults", everyone: true },
  { name: "several-faults", everyone: false, hidden: "package-license" as const },
  { name: "healthy-to-confirm", everyone: false },
  { name: "package-missing", everyone: false },
  { name: "few-permissions", everyone: false },
  { name: "another-language", everyone: true }
];

const seeds = fc.array(fc.nat(), { minLength: 7, maxLength: 7 });

/** A run must end in a report that every reader can read, and in which no check stopped on a fault of its own. */
function assertReadable({ report }: Run): void {
  assert.deepEqual(faultsOf(printedReport(report, english)), []);
  assert.deepEqual(faultsOf(printedReport(masked(report, english), english)), []);
  for (const write of [humanReport, markdownReport, htmlReport]) assert.ok(write(report, english).length > 0);
  assert.deepEqual(
    report.findings.filter((finding) => finding.case === "crashed"),
    []
  );
}

for (const { name, everyone, hidden } of SITUATIONS.map((each) => ({ hidden: undefined, ...each }))) {
  const scenario = await scenarioNow(name);
  const rows = remembering(rowsOver(scenario));
  const source = hidden ? withRows(rows, hidden, () => []) : rows;
  const open = await runOver(source, scenario, everyone);
  const confirmations = allConfirmed(open);
  const run = (over: QuerySource): Promise<Run> => runOver(over, scenario, everyone, confirmations);
  const sound = await run(source);
  const asked = [...sound.asked.keys()];
  const query = fc.constantFrom(...asked);
  const answered = asked.filter((each) => {
    const answer = sound.evidence[each];
    return answer && "rows" in answer && answer.rows.length > 0;
  });

  describe(hidden ? `${name}, rows of ${hidden} hidden` : name, () => {
    test("several queries fail at once: nothing turns green, what has no part in it stays, every report can be read", () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(query, fc.constantFrom(...FAULTS, THROWN)), { minLength: 2, maxLength: asked.length }),
          async (chosen) => {
            const faults = new Map<string, FaultCase>(chosen);
            const broken = await run(withFaults(source, faults));
            const failed = asked.filter((each) => faultIn(broken.evidence, each) !== undefined);
            assert.deepEqual(breaches(failed, sound, broken), []);
            assertReadable(broken);
          }
        ),
        RUNS
      ));

    test("rows and answers come in any order: the same is said of everybody", () =>
      fc.assert(
        fc.asyncProperty(seeds, async (numbers) => {
          const reordered: QuerySource = {
            runQueries: async (requests) => shuffled(await source.runQueries(shuffled(requests, numbers)), numbers)
          };
          const other = await run(withRows(reordered, undefined, (rows) => shuffled(rows, numbers)));
          assert.deepEqual(statesOf(other), statesOf(sound));
        }),
        RUNS
      ));

    test("the report can be read where nothing is disturbed", () => assertReadable(sound));

    test("rows come twice: nothing turns green, and every report can be read", () =>
      fc.assert(
        fc.asyncProperty(query, seeds, async (each, numbers) => {
          const twice = await run(withRows(source, each, (rows) => shuffled([...rows, ...rows], numbers)));
          assert.deepEqual(gained(sound, twice), []);
          assertReadable(twice);
        }),
        RUNS
      ));

    test("a field is null or left out: what is never empty makes the query fail, and otherwise both say the same", () =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...answered), fc.nat(), fc.nat(), async (each, rowAt, pathAt) => {
          const emptied = (value: null | undefined): Promise<Run> =>
            run(
              withRows(source, each, (rows) =>
                rows.map((row, at) => {
                  const paths = pathsOf(row);
                  return at === rowAt % rows.length ? withValue(row, paths[pathAt % paths.length] ?? "", value) : row;
                })
              )
            );
          const [asNull, leftOut] = [await emptied(null), await emptied(undefined)];
          assert.deepEqual(leftOut.findings, asNull.findings);
          if (faultIn(asNull.evidence, each) !== undefined) assert.deepEqual(breaches([each], sound, asNull), []);
          assertReadable(asNull);
        }),
        RUNS
      ));
  });
}

test("every query of a run is asked in some situation, so that each can fail", async () => {
  const scenario = await sharingNow("several-faults");
  const { asked } = await runOver(rowsOver(scenario), scenario, true);
  const never = RUN_QUERIES.map(({ name }) => name).filter((name) => !asked.has(name));
  assert.deepEqual(never, ["people-by-username"]);
});

/** What is said of whom, by check. */
const statesOf = ({ report }: Run): string[] =>
  report.findings
    .map((finding) => `${finding.check} ${finding.subject?.username ?? ""} ${finding.state} ${finding.case}`)
    .sort();
