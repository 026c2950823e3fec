import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "../../build/project.ts";
import { SKIPPED } from "../gates/problems.ts";
import { ofExitCode, ofJest, ofTap, type JestReport, type Outcome } from "./outcome.ts";

export interface Run {
  readonly outcome: Outcome;
  /** Everything it printed. */
  readonly output: string;
  /** It was not run: it passed with the very same inputs. */
  readonly unchanged?: boolean;
}

const binary = (path: string): string => join(ROOT, "node_modules", path);

function node(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const hear = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that passes or fails as one. `path` is below node_modules. */
export async function gate(path: string, args: readonly string[]): Promise<Run> {
  const { code, output } = await node([binary(path), ...args]);
  return { outcome: ofExitCode(code, SKIPPED, output), output };
}

/** Runs a script of ours that passes or fails as one. */
export async function script(path: string): Promise<Run> {
  const { code, output } = await node(["--import", "tsx", join(ROOT, path)]);
  return { outcome: ofExitCode(code, SKIPPED, output), output };
}

/**
 * Runs test files with node:test, all in one process.
 * @param step names the report: two steps run at a time, each with one of its own
 */
export const nodeTestsTogether = (step: string, files: readonly string[]): Promise<Run> =>
  withTap(step, (reporters) => [...reporters, join(import.meta.dirname, "together.ts"), ...files]);

async function withTap(name: string, args: (reporters: readonly string[]) => readonly string[]): Promise<Run> {
  const { report, read } = reportFile(`${name}.tap`);
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"];
  const { code, output } = await node([
    "--import",
    "tsx",
    ...args([...reporters, `--test-reporter-destination=${report}`])
  ]);
  return { outcome: ofTap(read(), code), output };
}

/** Runs what jest.config.js lists. */
export async function jestTests(): Promise<Run> {
  const { report, read } = reportFile("jest.json");
  const { output } = await node([binary("jest/bin/jest.js"), "--json", `--outputFile=${report}`]);
  return { outcome: ofJest(JSON.parse(read()) as JestReport), output };
}

/** A report of an earlier run must not be taken for this one's. */
function reportFile(name: string): { report: string; read: () => string } {
  const folder = join(CACHE, "test");
  const report = join(folder, name);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  return { report, read: () => readFileSync(report, "utf8") };
}
