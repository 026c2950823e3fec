import { cpus } from "node:os";
import { Command } from "commander";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { build } from "../../build/build.ts";
import { browserSize } from "./browser-size.ts";
import { peakMemoryOfCheck, startMs } from "./commands.ts";
import { pageMs } from "./page.ts";
import { costOf, usernamesOf, type Cost } from "./people.ts";
import { resultsText, targetsOf, type Results } from "./results.ts";
import { smallerOrg } from "./scenarios.ts";
import { wholeProcess } from "./whole-process.ts";

const PEOPLE = [1, 10, 100, 200, 2000];
/** How many are asked about in orgs of different size, and how many users the smaller one has. */
const COMPARED = 100;
const SMALLER = 2000;

const { json } = new Command()
  .name("bench")
  .description("Measures what MCC Health costs on the large scenario.")
  .option("--json", "prints the results as JSON", false)
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 3))
  .parse()
  .opts<{ json: boolean }>();

await build();
const scenario = await loadScenario("large");
const costs: Cost[] = [];
for (const people of PEOPLE) costs.push(await costOf(scenario, people));

const results: Results = {
  node: process.versions.node,
  cores: cpus().length,
  costs,
  smallerOrg: await costOf(await smallerOrg(SMALLER), COMPARED),
  checkPeakMb: await peakMemoryOfCheck(scenario, usernamesOf(scenario, Math.max(...PEOPLE))),
  browser: await browserSize(),
  pageMs: await pageMs(),
  startMs: await startMs(),
  wholeProcess: await wholeProcess()
};
console.log(json ? JSON.stringify({ ...results, targets: targetsOf(results) }, undefined, 2) : resultsText(results));
