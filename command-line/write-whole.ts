import { randomUUID } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { access, chmod, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Messages } from "@salesforce/core";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.command");

/** Where a path leads: to no file yet, to a file, or to what is no file (a device, a pipe) and is written straight into. */
type Place =
  | { readonly kind: "new" | "stream"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly mode: number };

/**
 * Writes under another name first, so that nobody finds half a file and nothing already there is lost. A link stays a link:
 * the file that it leads to is written. A file keeps who may read it.
 * @throws {Error} in a way that `fileErrorOf` tells; what was there is still there
 */
export async function writeWhole(path: string, content: string | Iterable<string>): Promise<void> {
  const place = await placeOf(path);
  if (place.kind === "stream") {
    await writeFile(place.path, content);
    return;
  }
  const unfinished = `${place.path}.${randomUUID().slice(0, 8)}.tmp`;
  const mode = place.kind === "file" ? place.mode : undefined;
  try {
    await writeFile(unfinished, content, { flag: "wx", mode });
    // The umask may have taken some of it.
    if (mode !== undefined) await chmod(unfinished, mode);
    await rename(unfinished, place.path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Looks, and writes nothing.
 * @returns where `writeWhole` would write: the same for two names of one file
 * @throws {Error} it can't write there, in a way that `fileErrorOf` tells
 */
export async function writablePath(path: string): Promise<string> {
  const place = await placeOf(path);
  if (place.kind !== "new") await access(place.path, constants.W_OK);
  if (place.kind !== "stream") await access(dirname(place.path), constants.W_OK);
  return place.path;
}

/** @returns what the file system said: in its own word, `EACCES`, where we have no better one */
export const fileErrorOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error as Error).message;

async function placeOf(path: string): Promise<Place> {
  const there = await unlessMissing(stat(path));
  if (there) return placeOfWhatIs(path, there);
  const parent = dirname(resolve(path));
  // With the slash, a file is no folder.
  const folder = await unlessMissing(realpath(`${parent}/`));
  if (folder === undefined) throw new Error(messages.getMessage("file.no-folder", [parent]));
  // A link to a file that is not made yet.
  const link = await unlessMissing(readlink(path));
  return link === undefined ? { kind: "new", path: join(folder, basename(path)) } : placeOf(resolve(folder, link));
}

async function placeOfWhatIs(path: string, there: Stats): Promise<Place> {
  if (there.isDirectory()) throw new Error(messages.getMessage("file.is-folder"));
  // What lies behind /dev/fd has no real path.
  if (!there.isFile()) return { kind: "stream", path: resolve(path) };
  return { kind: "file", path: await realpath(path), mode: there.mode & 0o777 };
}

async function unlessMissing<Found>(looking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}
