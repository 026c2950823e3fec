import { hashOfInputs } from "./test/inputs.ts";
import { summaryText, total, type Outcome } from "./test/outcome.ts";
import { script, type Run } from "./test/run.ts";
import { STEPS } from "./test/steps.ts";
import { forgetPassed, unlessUnchanged } from "./test/unchanged.ts";

const ALL = "--all";
const asked = process.argv.slice(2).filter((argument) => argument !== ALL);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step ${unknown.join(", ")}. There are: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(3);
}

/** CI runs everything; a person only what may have changed since it passed. */
if (process.argv.includes(ALL) || process.env.CI) forgetPassed();
const outcomes: Outcome[] = [];
let skippedSteps = 0;

// The other steps look at what the build makes.
await runStep("build", () => script("build/build.ts"));
const queue = Object.entries(STEPS)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .values();
// One more than CI has cores: browsers, servers, and downloads wait for much of their time. All lanes draw from one queue.
await Promise.all(
  [1, 2, 3].map(async () => {
    for (const [name, { run, reads }] of queue)
      await runStep(name, () => unlessUnchanged(name, () => hashOfInputs(reads), run));
  })
);
const sum = total(outcomes);
process.exitCode = sum.failed ? 1 : 0;
if (skippedSteps)
  console.log(`\n${skippedSteps} unchanged steps were not run. \`npm test -- ${ALL}\` runs everything.`);
console.log(`\n${summaryText(sum)}`);

async function runStep(name: string, run: () => ReturnType<typeof unlessUnchanged>): Promise<void> {
  const started = Date.now();
  const result = await run().catch((error: unknown): Run => ({
    outcome: { passed: 0, failed: 1, skipped: [] },
    output: `${name} broke off. ${error instanceof Error ? error.message : String(error)}`
  }));
  if ("unchanged" in result) {
    skippedSteps += 1;
    outcomes.push({ passed: result.unchanged, failed: 0, skipped: [] });
    console.log(`✓ ${name}: ${result.unchanged} passed (unchanged since)`);
    return;
  }
  const { outcome, output } = result;
  outcomes.push(outcome);
  if (outcome.failed) console.log(output.trimEnd());
  for (const reason of outcome.skipped) console.log(`  skipped: ${reason}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.failed ? "✕" : "✓"} ${name}: ${summaryText(outcome)} (${seconds} s)`);
}
