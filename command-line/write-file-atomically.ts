import { randomUUID } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { access, chmod, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Messages } from "@salesforce/core";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.command");

/** Where a path leads: to no file yet, to a file, or to what is no file (a device, a pipe) and is written straight into. */
type Target =
  | { readonly kind: "new" | "stream"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly mode: number };

/**
 * Writes under another name first, so that nobody finds half a file and nothing already there is lost. A link stays a link:
 * the file that it leads to is written. A file keeps who may read it.
 * @throws {Error} in a way that `fileErrorOf` tells; what was there is still there
 */
export async function writeFileAtomically(path: string, content: string | Iterable<string>): Promise<void> {
  const target = await targetOf(path);
  if (target.kind === "stream") {
    await writeFile(target.path, content);
    return;
  }
  const unfinished = `${target.path}.${randomUUID().slice(0, 8)}.tmp`;
  const mode = target.kind === "file" ? target.mode : undefined;
  try {
    await writeFile(unfinished, content, { flag: "wx", mode });
    // The umask may have taken some of it.
    if (mode !== undefined) await chmod(unfinished, mode);
    await rename(unfinished, target.path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Looks, and writes nothing.
 * @returns where `writeFileAtomically` would write: the same for two names of one file
 * @throws {Error} it can't write there, in a way that `fileErrorOf` tells
 */
export async function writablePath(path: string): Promise<string> {
  const target = await targetOf(path);
  if (target.kind !== "new") await access(target.path, constants.W_OK);
  if (target.kind !== "stream") await access(dirname(target.path), constants.W_OK);
  return target.path;
}

/** @returns what the file system said: in its own word, `EACCES`, where we have no better one */
export const fileErrorOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error as Error).message;

async function targetOf(path: string): Promise<Target> {
  const there = await ignoreMissing(stat(path));
  if (there) return existingTarget(path, there);
  const parent = dirname(resolve(path));
  // The slash makes realpath fail on a file.
  const folder = await ignoreMissing(realpath(`${parent}/`));
  if (folder === undefined) throw new Error(messages.getMessage("file.no-folder", [parent]));
  // A link to a file that is not made yet.
  const link = await ignoreMissing(readlink(path));
  return link === undefined ? { kind: "new", path: join(folder, basename(path)) } : targetOf(resolve(folder, link));
}

async function existingTarget(path: string, there: Stats): Promise<Target> {
  if (there.isDirectory()) throw new Error(messages.getMessage("file.is-folder"));
  // What lies behind /dev/fd has no real path.
  if (!there.isFile()) return { kind: "stream", path: resolve(path) };
  return { kind: "file", path: await realpath(path), mode: there.mode & 0o777 };
}

async function ignoreMissing<Found>(looking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}
