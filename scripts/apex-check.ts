import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { conclude, SKIPPED, type Problem } from "./problems.ts";

interface CheckForIssuesOutput {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly { readonly start: { readonly line: number }; readonly message: string }[];
  }[];
}

/** @returns why the Apex checker can't run here, or nothing when it can */
export function whyNoApexChecker(): string | undefined {
  return spawnSync("java", ["-version"]).status === 0
    ? undefined
    : "The Apex checker needs Java 11 or later, and `java` was not found or does not start.";
}

/**
 * Checks the Apex of a project with apex-ls, which knows the platform's own types and comes inside Salesforce Code
 * Analyzer's PMD engine. It does not look into SOQL text.
 * @param root the folder with `sfdx-project.json`
 * @returns every error and warning
 * @throws {Error} with the checker's own words when it broke down
 */
export function apexProblems(root: string): Problem[] {
  const engine = dirname(createRequire(import.meta.url).resolve("@salesforce/code-analyzer-pmd-engine"));
  const checker = ["-cp", join(engine, "java-lib", "*"), "io.github.apexdevtools.apexls.CheckForIssues"];
  const run = spawnSync("java", [...checker, "-w", root, "-n", "-d", "warnings", "-f", "json"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024
  });
  if (run.status !== 0 && run.status !== 4) throw new Error(`The Apex checker broke down: ${run.stderr || run.stdout}`);
  const { files } = JSON.parse(run.stdout) as CheckForIssuesOutput;
  return files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => ({ file: path, line: start.line, message }))
  );
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  const why = whyNoApexChecker();
  if (why) {
    console.log(`Apex skipped: ${why}`);
    process.exitCode = SKIPPED;
  } else {
    conclude("Apex", root, apexProblems(root));
  }
}
