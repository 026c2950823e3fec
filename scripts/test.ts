import { told, total, type Outcome } from "./test/outcome.ts";
import { STEPS } from "./test/steps.ts";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step ${unknown.join(", ")}. There are: ${Object.keys(STEPS).join(", ")}.`);
  process.exit(3);
}

const outcomes: Outcome[] = [];
for (const [name, run] of Object.entries(STEPS)) {
  // The build comes first whatever is asked for: the other steps look at what it makes.
  if (asked.length && name !== "build" && !asked.includes(name)) continue;
  const started = Date.now();
  const outcome = await outcomeOf(name, run);
  outcomes.push(outcome);
  for (const reason of outcome.skipped) console.log(`  skipped: ${reason}`);
  console.log(
    `${outcome.failed ? "✕" : "✓"} ${name}: ${told(outcome)} (${((Date.now() - started) / 1000).toFixed(1)} s)`
  );
}
const sum = total(outcomes);
process.exitCode = sum.failed ? 1 : 0;
console.log(`\n${told(sum)}`);

async function outcomeOf(name: string, run: (typeof STEPS)[string]): Promise<Outcome> {
  try {
    const { outcome, output } = await run();
    if (outcome.failed) console.log(output.trimEnd());
    return outcome;
  } catch (error) {
    console.log(`${name} broke down: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}
