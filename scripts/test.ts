import { ROOT } from "../build/project.ts";
import { hashOfInputs, programs } from "./test/inputs.ts";
import { forget, PASSED } from "./test/known.ts";
import { told, total, type Outcome } from "./test/outcome.ts";
import { recorded, type Recording } from "./test/recorded.ts";
import type { Run } from "./test/run.ts";
import { GATES, STEPS } from "./test/steps.ts";

const ALL = "--all";
const asked = process.argv.slice(2).filter((argument) => argument !== ALL);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step ${unknown.join(", ")}. There are: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(3);
}

if (process.argv.includes(ALL) || process.env.CI) forget();
const program = programs();
const recording: Recording = { folder: PASSED, inputs: () => hashOfInputs(ROOT, program) };

// The build comes first whatever is asked for: the other steps look at what it makes.
const { build, ...rest } = STEPS;
const chosen = Object.entries(rest).filter(([name]) => asked.length === 0 || asked.includes(name));
const outcomes: Outcome[] = [];
let unchanged = 0;
await runStep("build", build);
const waiting = chosen.values();
// Two at a time, as CI has two cores. Both lanes draw from one queue.
await Promise.all(
  [1, 2].map(async () => {
    for (const [name, run] of waiting)
      await runStep(name, GATES.has(name) ? () => recorded(name, run, recording) : run);
  })
);
const sum = total(outcomes);
process.exitCode = sum.failed ? 1 : 0;
if (unchanged)
  console.log(`\nUnchanged gates were not run again: ${unchanged}. \`npm test -- ${ALL}\` runs everything.`);
console.log(`\n${told(sum)}`);

async function runStep(name: string, run: () => Promise<Run>): Promise<void> {
  const started = Date.now();
  const result = await run().catch((error: unknown): Run => ({
    outcome: { passed: 0, failed: 1, skipped: [] },
    output: `${name} broke down: ${error instanceof Error ? error.message : String(error)}`
  }));
  const { outcome, output } = result;
  outcomes.push(outcome);
  if (outcome.failed) console.log(output.trimEnd());
  for (const reason of outcome.skipped) console.log(`  skipped: ${reason}`);
  const how = result.unchanged ? "unchanged since it passed" : `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (result.unchanged) unchanged += 1;
  console.log(`${outcome.failed ? "✕" : "✓"} ${name}: ${told(outcome)} (${how})`);
}
