import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { listScenarios, ScenarioError } from "../local/embedded-org/scenario.ts";
import type { Verdict } from "../checklist/index.ts";
import { english } from "./english.ts";
import { humanReport } from "./human-report.ts";
import { jsonReport } from "./json-report.ts";
import { runCheck, UnknownUserError } from "./run-check.ts";

const EXIT_CODES: Readonly<Record<Verdict, number>> = {
  healthy: 0,
  warnings: 0,
  problems: 1,
  blocked: 1,
  incomplete: 2
};
/** The run itself failed: nothing was judged. */
const FAILED = 3;

const scenarios = listScenarios().map(({ name }) => name);
const { scenario, systemUser, user, json } = new Command()
  .name("check")
  .description("Checks Marketing Cloud Connect in an embedded org, which it starts for itself.")
  .option("--scenario <name-or-file>", `a JSON file, or one of: ${scenarios.join(", ")}`, scenarios[0] ?? "")
  .option("--system-user <username>", "the dedicated Salesforce System User; without it the best candidate is taken")
  .option("--user <username...>", "an impacted user; may be given several times", [])
  .option("--json", "prints the report as JSON", false)
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILED))
  .parse()
  .opts<{ scenario: string; systemUser?: string; user: string[]; json: boolean }>();

try {
  const report = await runCheck({ scenario, users: user, ...(systemUser === undefined ? {} : { systemUser }) });
  const text = json ? jsonReport(report, english) : [humanReport(report, english)];
  await pipeline(text, process.stdout, { end: false }).catch((error: unknown) => {
    // Who reads may have enough before the end, as `head` has.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  });
  process.exitCode = EXIT_CODES[report.verdict];
} catch (error) {
  const told = error instanceof ScenarioError || error instanceof UnknownUserError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(told ? message : `The check could not be run. ${message}`);
  process.exitCode = FAILED;
}
