import { spawnSync } from "node:child_process";
import { Command, Option } from "commander";
import { build } from "../../build/build.ts";
import { commandsOf, DEFAULTS, SENDS, TASKS, type Task } from "./commands.ts";

interface Options {
  readonly org: string;
  readonly definition: string;
  readonly version?: string;
  readonly dryRun?: boolean;
}

const program = new Command("npm run salesforce --")
  .description("Does with an org, through the Salesforce CLI (sf), what the task says, and stops at the first failure.")
  .argument("<task>", Object.keys(TASKS).join(", "))
  .addOption(new Option("--org <alias>", "the org's alias").default(DEFAULTS.org))
  .addOption(new Option("--definition <file>", "the scratch org's definition").default(DEFAULTS.definition))
  .option("--version <id>", "the package version, 04t…")
  .option("--dry-run", "print the calls and make none");
program.parse();

const [task = ""] = program.args;
try {
  if (!isTask(task)) throw new Error(`There is no task "${task}". There are: ${Object.keys(TASKS).join(", ")}.`);
  const { dryRun, ...values } = program.opts<Options>();
  if (!dryRun && SENDS.has(task)) await build();
  for (const command of commandsOf(task, values)) {
    // stderr, because what sf prints with --json is for programs.
    (dryRun ? console.log : console.error)(`sf ${command.map(quoted).join(" ")}`);
    if (!dryRun) run(command);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 3;
}

function isTask(name: string): name is Task {
  return name in TASKS;
}

function quoted(argument: string): string {
  return /^[\w./-]+$/.test(argument) ? argument : JSON.stringify(argument);
}

function run(command: readonly string[]): void {
  const { error, status } = spawnSync("sf", command, { stdio: "inherit" });
  if (error) throw new Error("The Salesforce CLI (sf) does not start: npm install --global @salesforce/cli.");
  if (status !== 0) throw new Error(`sf ${command.slice(0, 3).join(" ")} ended with ${String(status)}.`);
}
