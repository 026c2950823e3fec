import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { listScenarios, loadScenario, ScenarioError } from "./embedded-org/scenario.ts";
import { keepToItself } from "./embedded-org/connect.ts";
import { seedHistory } from "./embedded-org/history.ts";
import { startOrg } from "./embedded-org/org.ts";

/** Exit code of a run that failed, as for the other commands. */
const FAILED = 3;

const scenarios = listScenarios().map(({ name }) => name);
const command = new Command()
  .name("npm run check --")
  .description('Starts an embedded org and runs "sf mcc check" on it.')
  .option("--scenario <name-or-file>", `a JSON file, or one of: ${scenarios.join(", ")}`, scenarios[0] ?? "")
  .allowUnknownOption()
  .allowExcessArguments()
  .helpOption(false)
  .option("-h, --help", "display help for command")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILED))
  .parse();

const { scenario, help } = command.opts<{ scenario: string; help?: true }>();
try {
  // What is loaded from here on takes longest: a scenario that is none is told at once.
  const loaded = help ? undefined : await loadScenario(scenario);
  // Set before the command loads @salesforce/core.
  keepToItself();
  const { default: MccCheck } = await import("../command-line/commands/mcc/check.ts");
  if (!loaded) {
    const options = Object.entries(MccCheck.flags)
      .filter(([name]) => !["target-org", "api-version"].includes(name))
      .map(([name, { summary }]) => `  --${name.padEnd(22)}${summary ?? ""}`);
    console.log(`${command.helpInformation()}\nOptions of sf mcc check:\n${options.join("\n")}`);
    process.exit();
  }
  const org = await startOrg({ scenario: await seedHistory(loaded) });
  try {
    process.env.SF_ACCESS_TOKEN = org.accessToken;
    process.env.SF_ORG_INSTANCE_URL = org.url;
    await MccCheck.run(command.args, { root: fileURLToPath(new URL("../command-line", import.meta.url)) });
  } finally {
    await org.close();
  }
} catch (error) {
  // The command has reported its own errors and set the exit code.
  if (!(error as { skipOclifErrorHandling?: boolean }).skipOclifErrorHandling) {
    console.error(error instanceof ScenarioError ? error.message : `The check could not be run. ${String(error)}`);
    process.exitCode = FAILED;
  }
}
