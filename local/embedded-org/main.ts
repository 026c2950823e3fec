import { Command, InvalidArgumentError } from "commander";
import { terminalText } from "../../command-line/terminal-text.ts";
import { listScenarios, loadScenario, ScenarioError } from "./scenario.ts";

/** Exit code of a run that failed, as for the other commands. */
const FAILED = 3;

const scenarios = listScenarios();
const { port, scenario } = new Command()
  .name("org")
  .description("Serves an embedded org: a Salesforce-shaped API on this machine, over the rows of a scenario.")
  .option("--port <number>", "port to serve on; if it is in use, the next free one", readPort, 0)
  .option(
    "--scenario <name-or-file>",
    `a JSON file, or one of: ${scenarios.map(({ name }) => name).join(", ")}`,
    scenarios[0]?.name ?? ""
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILED))
  .parse()
  .opts<{ port: number; scenario: string }>();

try {
  const loaded = await loadScenario(scenario);
  // What serves it takes longest to load. A mistyped option is told at once.
  const [{ seedHistory }, { API_VERSION, startOrg }] = await Promise.all([import("./history.ts"), import("./org.ts")]);
  const org = await startOrg({ scenario: await seedHistory(loaded), port });
  const served = Number(new URL(org.url).port);
  if (port !== 0 && served !== port) console.log(`Port ${port} is in use, so the org is on port ${served}.`);
  console.log(`Embedded org: ${terminalText(org.scenario.title)}
Address:      ${org.url}
API version:  ${API_VERSION}
Access token: ${org.accessToken}
Point sf at it: SF_ORG_INSTANCE_URL=${org.url} sf data query --target-org '${org.accessToken}' -q "SELECT Name FROM User"
Stop with Ctrl-C.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void org.close());
} catch (error) {
  console.error(error instanceof ScenarioError ? error.message : error);
  process.exitCode = FAILED;
}

function readPort(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
