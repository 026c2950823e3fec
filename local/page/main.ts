import { Command, InvalidArgumentError } from "commander";
import open from "open";
import { listScenarios } from "../embedded-org/scenario.ts";
import { startDemonstration } from "./demonstration.ts";

/** Exit code of a run that could not be done, as for the other commands. */
const FAILED = 3;

const { port, scenario, ...options } = new Command()
  .name("npm start --")
  .description("Shows MCC Health in the browser, over an embedded org.")
  .option("--port <number>", "port to serve on; a taken one gives way to the next free one", readPort, 3333)
  .option("--no-open", "does not open the browser")
  .option(
    "--scenario <name-or-file>",
    `what to show first: a JSON file, or one of: ${listScenarios()
      .map(({ name }) => name)
      .join(", ")}`
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILED))
  .parse()
  .opts<{ port: number; open: boolean; scenario?: string }>();

try {
  const page = await startDemonstration({ port, say: (text) => console.log(text), ...(scenario && { scenario }) });
  if (port !== 0 && page.port !== port) console.log(`Port ${port} is taken: ${page.port} is used instead.`);
  console.log(`MCC Health is running at ${page.url}\nStop with Ctrl-C.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void page.close());
  if (options.open) await open(page.url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = FAILED;
}

function readPort(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}
