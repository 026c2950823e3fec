import { told, total, type Outcome } from "./test/outcome.ts";
import type { Run } from "./test/run.ts";
import { STEPS } from "./test/steps.ts";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step ${unknown.join(", ")}. There are: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(3);
}

// The build comes first whatever is asked for: the other steps look at what it makes.
const { build, ...rest } = STEPS;
const chosen = Object.entries(rest).filter(([name]) => asked.length === 0 || asked.includes(name));
const outcomes: Outcome[] = [];
await runStep("build", build);
const waiting = chosen.values();
// Two at a time, as CI has two cores. Both lanes draw from one queue.
await Promise.all(
  [1, 2].map(async () => {
    for (const [name, run] of waiting) await runStep(name, run);
  })
);
const sum = total(outcomes);
process.exitCode = sum.failed ? 1 : 0;
console.log(`\n${told(sum)}`);

async function runStep(name: string, run: () => Promise<Run>): Promise<void> {
  const started = Date.now();
  const { outcome, output } = await run().catch((error: unknown) => ({
    outcome: { passed: 0, failed: 1, skipped: [] },
    output: `${name} broke down: ${error instanceof Error ? error.message : String(error)}`
  }));
  outcomes.push(outcome);
  if (outcome.failed) console.log(output.trimEnd());
  for (const reason of outcome.skipped) console.log(`  skipped: ${reason}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.failed ? "✕" : "✓"} ${name}: ${told(outcome)} (${seconds} s)`);
}
