import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "../../build/project.ts";

const KNOWN = join(CACHE, "known");

/** Where it is kept what passed. */
export const PASSED = join(KNOWN, "passed");

/** Where tsc keeps what it knows of each file: it sees by itself what a change affects. */
export const TYPES = join(KNOWN, "types");

/** Forgets what earlier runs found, and what the tools remember of files. */
export const forget = (): void => rmSync(KNOWN, { recursive: true, force: true });

/**
 * Runs a tool that remembers what it found in a file by the file's text alone.
 * @param key tells a hash of all that its findings depend on besides. With another key, nothing is remembered; nor
 * where it became another while the tool ran.
 * @param run is given a folder for what it remembers
 */
export async function remembering<Result>(
  tool: string,
  key: () => string,
  run: (memory: string) => Promise<Result>,
  folder: string = KNOWN
): Promise<Result> {
  const before = key();
  const memory = join(folder, tool, before);
  const forgetAll = (): void => rmSync(join(folder, tool), { recursive: true, force: true });
  if (!existsSync(memory)) forgetAll();
  mkdirSync(memory, { recursive: true });
  const result = await run(memory);
  if (key() !== before) forgetAll();
  return result;
}
