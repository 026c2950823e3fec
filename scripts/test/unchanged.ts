import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "../../build/project.ts";
import type { Run } from "./run.ts";

/** One file for each step that passed: the hash of its inputs, and how many tests passed. */
const PASSED = join(CACHE, "test", "passed");

/** From now on, every step is needed. */
export const forgetPassed = (): void => rmSync(PASSED, { recursive: true, force: true });

/**
 * Runs a step, unless it passed before with the same inputs. A step is recorded when all of it passed, nothing was
 * skipped, and its inputs did not change while it ran.
 * @param inputs the hash of the inputs as they are now
 * @returns the run; or how many tests passed, where it was not needed
 */
export async function unlessUnchanged(
  step: string,
  inputs: () => string,
  run: () => Promise<Run>,
  folder: string = PASSED
): Promise<Run | { readonly unchanged: number }> {
  const file = join(folder, step);
  const before = inputs();
  const [hash, passed] = existsSync(file) ? readFileSync(file, "utf8").split(" ") : [];
  if (hash === before) return { unchanged: Number(passed) };

  rmSync(file, { force: true });
  const result = await run();
  const { outcome } = result;
  if (outcome.passed > 0 && outcome.failed === 0 && outcome.skipped.length === 0 && inputs() === before) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${before} ${outcome.passed}`);
  }
  return result;
}
