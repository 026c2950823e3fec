import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { Messages } from "@salesforce/core";
import { FORMAT_OF_ENDING, type FormatName } from "./formats/formats.ts";
import { fileErrorOf, writeWhole } from "./write-whole.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.check");

export interface OutputFile {
  readonly path: string;
  readonly format: FormatName;
}

/**
 * Looks at the paths before anything is asked of an org.
 * @param format what was asked for; of several files, each one's ending tells
 * @throws {Error} names a path whose ending tells no format, or that can't be written
 */
export async function outputFiles(paths: readonly string[], format: FormatName | undefined): Promise<OutputFile[]> {
  const [only, ...more] = paths;
  const files =
    only !== undefined && format !== undefined && !more.length
      ? [{ path: only, format }]
      : paths.map((path) => ({ path, format: formatOf(path) }));
  for (const { path } of files) await requireWritable(path);
  return files;
}

function formatOf(path: string): FormatName {
  const format = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  if (format) return format;
  throw new Error(messages.getMessage("error.format", [path, Object.keys(FORMAT_OF_ENDING).join(", ")]));
}

async function requireWritable(path: string): Promise<void> {
  const writable = (at: string): Promise<void> => access(at, constants.W_OK);
  try {
    await writable(dirname(resolve(path)));
    await writable(path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

const cannotWrite = (path: string, error: unknown): Error =>
  new Error(messages.getMessage("error.output-file", [path, fileErrorOf(error)]));

/** @throws {Error} names the path that could not be written */
export async function writeReport(path: string, text: Iterable<string>): Promise<void> {
  await writeWhole(path, text).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
}

export async function printReport(text: Iterable<string>): Promise<void> {
  await pipeline(text, process.stdout, { end: false }).catch((error: unknown) => {
    // Who reads may have enough before the end, as `head` has.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  });
}
