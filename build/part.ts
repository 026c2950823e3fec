import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { CACHE, filesUnder, ROOT } from "./project.ts";

/**
 * A part of the build: `make` gives the text of each file that it writes, by path. It loads what it needs by itself:
 * TypeScript and Rollup take longer to load than a start may take.
 */
export interface Part {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly make: () => Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;
}

interface Stamp {
  readonly inputs: string;
  readonly outputs: Readonly<Record<string, string>>;
}

const hashOf = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex").slice(0, 16);
const hashOfFile = (file: string): string => (existsSync(file) ? hashOf(readFileSync(file)) : "absent");
/** @returns one hash over the names and the contents of files */
export const hashOfFiles = (files: readonly string[]): string =>
  hashOf(files.map((file) => `${relative(ROOT, file)} ${hashOfFile(file)}`).join("\n"));

/**
 * Writes a part's files, unless neither what it is made from (the build's own code counts) nor what it wrote last has
 * changed since. What it wrote once and no longer makes is removed.
 * @returns whether it had to
 * @throws what `make` throws; then nothing is written
 */
export async function buildPart({ name, inputs, make }: Part): Promise<boolean> {
  const stampFile = join(CACHE, "build", `${name}.json`);
  const last = existsSync(stampFile) ? (JSON.parse(readFileSync(stampFile, "utf8")) as Stamp) : undefined;
  const key = hashOfFiles([...inputs, ...filesUnder(import.meta.dirname, /\.ts$/)]);
  if (
    last?.inputs === key &&
    Object.entries(last.outputs).every(([file, hash]) => hashOfFile(join(ROOT, file)) === hash)
  )
    return false;

  const outputs: Record<string, string> = {};
  for (const [file, text] of await make()) {
    write(file, text);
    outputs[relative(ROOT, file)] = hashOf(text);
  }
  for (const file of Object.keys(last?.outputs ?? {}))
    if (!(file in outputs)) rmSync(join(ROOT, file), { force: true });
  write(stampFile, JSON.stringify({ inputs: key, outputs } satisfies Stamp, null, 2));
  return true;
}

/** Writes a file whole or not at all: two steps of the tests may make the same part at the same time. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}
