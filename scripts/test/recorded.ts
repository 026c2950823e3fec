import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "./run.ts";

export interface Recording {
  /** Where it is kept what passed. */
  readonly folder: string;
  /** @returns the hash of all that the outcome depends on, as it is now */
  readonly inputs: () => string;
}

/** What is kept: the inputs' hash and how many passed. Half a file is none: it lacks the end of its line. */
const RECORD = /^(\w+) (\d+)\n$/;

/**
 * Runs a step, unless it passed with the very same inputs before. Only what passed as a whole is recorded, and only if
 * the inputs were the same when it ended as when it began.
 */
export async function recorded(name: string, run: () => Promise<Run>, { folder, inputs }: Recording): Promise<Run> {
  const file = join(folder, name);
  const before = inputs();
  const [, key, passed] = (existsSync(file) && RECORD.exec(readFileSync(file, "utf8"))) || [];
  if (key === before)
    return { outcome: { passed: Number(passed), failed: 0, skipped: [] }, output: "", unchanged: true };

  rmSync(file, { force: true });
  const result = await run();
  const { passed: count, failed, skipped } = result.outcome;
  if (count > 0 && failed === 0 && skipped.length === 0 && inputs() === before) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${before} ${count}\n`);
  }
  return result;
}
