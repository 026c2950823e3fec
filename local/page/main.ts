import { Command, InvalidArgumentError, Option } from "commander";
import open from "open";
import { terminalText } from "../../command-line/terminal-text.ts";
import { listScenarios } from "../embedded-org/scenario.ts";
import type { Page } from "./server.ts";

/** Exit code of a run that failed, as for the other commands. */
const FAILED = 3;

interface Options {
  readonly port: number;
  readonly open: boolean;
  readonly scenario?: string;
  readonly targetOrg?: string;
  readonly marketingCloud?: true;
}

const { port, scenario, targetOrg, marketingCloud, ...options } = new Command()
  .name("npm start --")
  .description("Shows MCC Health in the browser: on a demonstration org, or on your own org, which it only reads.")
  .option("--port <number>", "port to serve on; if it is in use, the next free one", readPort, 3333)
  .option("--no-open", "does not open the browser")
  .option(
    "--scenario <name-or-file>",
    `what to show first: a JSON file, or one of: ${listScenarios()
      .map(({ name }) => name)
      .join(", ")}`
  )
  .addOption(
    new Option(
      "-o, --target-org <username-or-alias>",
      'an org that you are signed in to with the Salesforce CLI ("sf org list" shows them)'
    ).conflicts("scenario")
  )
  .option(
    "--marketing-cloud",
    "with --target-org: also asks Marketing Cloud over its API, with the credentials in the environment (command-line/README.md)"
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILED))
  .parse()
  .opts<Options>();

try {
  const page = await startPage();
  if (port !== 0 && page.port !== port) console.log(`Port ${port} is in use, so the page is on port ${page.port}.`);
  console.log(`MCC Health is running at ${page.url}`);
  if (targetOrg !== undefined) console.log("The address opens the page once, in one browser. The org is only read.");
  console.log("Stop with Ctrl-C.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void page.close());
  if (options.open) await open(page.url);
} catch (error) {
  console.error(terminalText(error instanceof Error ? error.message : String(error)));
  process.exitCode = FAILED;
}

/** Each configures the Salesforce libraries before they load: for an embedded org, they must not use the home directory. */
async function startPage(): Promise<Page> {
  const say = (text: string): void => console.log(text);
  if (targetOrg !== undefined) {
    const { startRealOrg } = await import("./real-org.ts");
    const cloud =
      marketingCloud && (await import("../../command-line/marketing-cloud/settings.ts")).settingsFrom(process.env);
    return startRealOrg({ targetOrg, port, say, ...(cloud && { marketingCloud: cloud }) });
  }
  if (marketingCloud)
    throw new Error(
      "--marketing-cloud goes with --target-org. A demonstration org answers with the button above the wizard."
    );
  const { startDemonstration } = await import("./demonstration.ts");
  return startDemonstration({ port, say, ...(scenario && { scenario }) });
}

function readPort(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
