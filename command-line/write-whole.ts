import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes under another name first, so that nobody finds half a file and nothing already there is lost.
 * @throws {Error} with the `code` of the file system
 */
export async function writeWhole(path: string, content: string | Iterable<string>): Promise<void> {
  const unfinished = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** @returns what the file system said, in its own word: `EACCES` */
export const fileErrorOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
