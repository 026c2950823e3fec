import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { Messages } from "@salesforce/core";
import { FORMAT_OF_ENDING, type FormatName } from "./formats/formats.ts";
import { terminalText } from "./terminal-text.ts";
import { fileErrorOf, writablePath, writeFileAtomically } from "./write-file-atomically.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.check");

export interface OutputFile {
  readonly path: string;
  readonly format: FormatName;
}

/**
 * Looks at the paths before anything is asked of an org.
 * @param format what was asked for; of several files, each one's ending tells
 * @returns each file once, by whichever name came first
 * @throws {Error} names a path that can't be written, or whose format is named by nothing or in two ways
 */
export async function outputFiles(paths: readonly string[], format: FormatName | undefined): Promise<OutputFile[]> {
  const places = new Map<string, string>();
  for (const path of paths) {
    const place = await requireWritable(path);
    if (!places.has(place)) places.set(place, path);
  }
  if (format !== undefined && places.size > 1) throw new Error(messages.getMessage("error.format-of-several"));
  return [...places.values()].map((path) => ({ path, format: formatOf(path, format) }));
}

function formatOf(path: string, format: FormatName | undefined): FormatName {
  const ofEnding = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  const found = format ?? ofEnding;
  if (found === undefined)
    throw new Error(messages.getMessage("error.format", [path, Object.keys(FORMAT_OF_ENDING).join(", ")]));
  if (ofEnding !== undefined && ofEnding !== found && !isAlsoNamed(ofEnding, found))
    throw new Error(messages.getMessage("error.formats", [path, ofEnding, found]));
  return found;
}

/** SARIF 2.1.0, "SARIF file naming convention": such a file may end in .sarif.json. */
const isAlsoNamed = (ofEnding: FormatName, format: FormatName): boolean => ofEnding === "json" && format === "sarif";

async function requireWritable(path: string): Promise<string> {
  try {
    return await writablePath(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

const cannotWrite = (path: string, error: unknown): Error =>
  new Error(messages.getMessage("error.output-file", [path, fileErrorOf(error)]));

/** @throws {Error} names the path that could not be written */
export async function writeReport(path: string, text: Iterable<string>): Promise<void> {
  await writeFileAtomically(path, text).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
}

function* printable(text: Iterable<string>): Generator<string> {
  for (const part of text) yield terminalText(part);
}

export async function printReport(text: Iterable<string>): Promise<void> {
  await pipeline(printable(text), process.stdout, { end: false }).catch((error: unknown) => {
    // The reader may close the pipe early, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  });
}
