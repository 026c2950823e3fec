import { readFile } from "node:fs/promises";
import { faultIn, inputError } from "./input-error.ts";
import { BLOCK, type Block } from "./schema.ts";

const FENCED = /^[ \t>]*```json[ \t]*\n([^]*?)\n[ \t>]*```/gm;
const MARK = '"mcc-calibration"';

/**
 * @param path a file with an issue's text, with a block alone, or with what `--json` printed
 * @returns the blocks in it
 * @throws {InputError} says what can't be read, where, and what to do
 */
export async function readBlocks(path: string): Promise<Block[]> {
  const text = (await read(path)).replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const fenced = [...text.matchAll(FENCED)].map(([, json = ""]) => json.replaceAll(/^[ \t]*>[ \t]?/gm, ""));
  const found = fenced.filter((json) => json.includes(MARK));
  if (!found.length && !text.trimStart().startsWith("{")) throw inputError("no-block", path);
  return (found.length ? found : [text]).map((json) => blockOf(json, path));
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw inputError("unreadable", path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function blockOf(json: string, path: string): Block {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw inputError("no-json", path, (error as Error).message);
  }
  // What `--json` prints has the block in it.
  const { result } = (value ?? {}) as { result?: unknown };
  const parsed = BLOCK.safeParse(result ?? value);
  if (parsed.success && parsed.data.demonstration) throw inputError("demonstration", path);
  if (parsed.success) return parsed.data;
  const { path: place, message } = faultIn(parsed.error);
  throw inputError("no-block-here", path, place, message);
}
