import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "../../build/project.ts";
import { SKIPPED } from "../gates/problems.ts";
import { ofExitCode, ofJest, ofSpec, type JestReport, type Outcome } from "./outcome.ts";

export interface Run {
  readonly outcome: Outcome;
  /** Everything it printed. */
  readonly output: string;
}

/** No step takes longer on a busy machine; one that does hangs. The browser's takes half of it. */
const LIMIT_MS = 25 * 60_000;

const running = new Set<ChildProcess>();
/** Where reports and outputs lie while they are read. */
const FOLDER = join(CACHE, "test");
let runs = 0;

/** Ends a program and all that it started. Windows knows no process groups. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

// Programs in groups of their own don't hear of Ctrl-C.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    running.forEach(kill);
    process.exit(130);
  });

/**
 * Runs Node with these arguments and waits until it has ended. What it prints goes through a file: of what waits in a pipe
 * when a program ends by `process.exit`, as node:test does when it is forced to, the rest is lost.
 * @throws {Error} when it takes longer than `limitMs`; it is killed then, with all that it started
 */
export function runNode(
  args: readonly string[],
  limitMs: number = LIMIT_MS
): Promise<{ readonly code: number; readonly output: string }> {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `output-${String(process.pid)}-${String(++runs)}.txt`);
  const printed = openSync(file, "w");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      detached: process.platform !== "win32",
      stdio: ["ignore", printed, printed],
      // A test of the runner itself is run by node:test, which would take what it starts for its own.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined }
    });
    closeSync(printed);
    running.add(child);
    let tooLong = false;
    const timer = setTimeout(() => {
      tooLong = true;
      kill(child);
    }, limitMs);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      running.delete(child);
      const output = readFileSync(file, "utf8");
      rmSync(file);
      if (tooLong) reject(new Error(`It was still running after ${limitMs / 1000} s, and was killed.\n${output}`));
      else resolve({ code: code ?? 1, output });
    });
  });
}

const binary = (path: string): string => join(ROOT, "node_modules", path);

/** Runs a program that passes or fails as one. `path` is below node_modules. */
export async function gate(path: string, args: readonly string[]): Promise<Run> {
  const { code, output } = await runNode([binary(path), ...args]);
  return { outcome: ofExitCode(code, SKIPPED, output), output };
}

/** Runs a script of ours that passes or fails as one. */
export async function script(path: string): Promise<Run> {
  const { code, output } = await runNode(["--import", "tsx", join(ROOT, path)]);
  return { outcome: ofExitCode(code, SKIPPED, output), output };
}

/**
 * A failed test that leaves a server open would keep its process alive. Node has the flag since 20.14; before that, the
 * time limit ends the step.
 */
const FORCE_EXIT = "--test-force-exit";
export const hasForceExit = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 14);
};

/**
 * Runs test files with node:test, all in one process. The report is read from what is printed: with the flag, node:test
 * leaves a report in a file unfinished (Node 20.20).
 */
export async function nodeTests(files: readonly string[], limitMs?: number): Promise<Run> {
  const flags = ["--import", "tsx", "--test-reporter=spec", ...(hasForceExit() ? [FORCE_EXIT] : [])];
  const { code, output } = await runNode([...flags, join(import.meta.dirname, "together.ts"), ...files], limitMs);
  return { outcome: ofSpec(output, code), output };
}

/** Runs what jest.config.js lists, the tests of the checklist as one file. */
export async function jestTests(): Promise<Run> {
  const report = join(FOLDER, "jest.json");
  mkdirSync(FOLDER, { recursive: true });
  // A report of an earlier run must not be taken for this one's.
  rmSync(report, { force: true });
  const { output } = await runNode([
    binary("jest/bin/jest.js"),
    "--config=config/jest/joined.config.js",
    "--json",
    `--outputFile=${report}`,
    "--forceExit"
  ]);
  return { outcome: ofJest(JSON.parse(readFileSync(report, "utf8")) as JestReport), output };
}
