import { readFile } from "node:fs/promises";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { z } from "zod";
import { pathText, type Complain } from "./scenario-error.ts";
import { VISIT } from "./visit-file.ts";

const FILE = z.strictObject({
  title: z.string().optional(),
  about: z.string().optional(),
  language: z.string().optional(),
  viewer: z.string().optional(),
  records: z.record(z.string(), z.array(z.unknown())),
  visits: z.array(VISIT).optional(),
  unavailable: z.record(z.string(), z.string().regex(/^[A-Z_]+$/)).optional()
});

/** A scenario as its file tells it. */
export type ScenarioFile = z.infer<typeof FILE>;

/**
 * @param builtIn names to offer where there is no such file
 * @returns what a scenario file holds, its outer shape checked
 * @throws {ScenarioError} it can't be read, is not JSON, or has another shape
 */
export async function readScenarioFile(
  path: string,
  builtIn: readonly string[],
  complain: Complain
): Promise<ScenarioFile> {
  let text: string;
  try {
    text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const unknown = `this is neither a file nor a built-in scenario. Built in are: ${builtIn.join(", ")}.`;
    throw complain("", code === "ENOENT" ? unknown : `the file can't be read: ${message}.`);
  }
  return checkShape(parseJson(text, complain), complain);
}

/** @throws {ScenarioError} the value has not the shape of a scenario */
export function checkShape(value: unknown, complain: Complain): ScenarioFile {
  const read = FILE.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === "unrecognized_keys") {
    const known = Object.keys(FILE.shape).join(", ");
    throw complain(
      pathText([...issue.path, issue.keys[0] ?? ""]),
      `a scenario has no such key. It may have: ${known}.`
    );
  }
  if (issue?.path[0] === "unavailable" && issue.path.length > 1)
    throw complain(pathText(issue.path), 'an error code in capitals is needed, e.g. "INSUFFICIENT_ACCESS".');
  throw complain(pathText(issue?.path ?? []), `${issue?.message ?? "this is no scenario"}.`);
}

function parseJson(text: string, complain: Complain): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const [first] = errors;
    if (!first) throw complain("", `this is not JSON: ${String(error)}.`);
    const lines = text.slice(0, first.offset).split("\n");
    const place = `line ${String(lines.length)}, column ${String((lines.at(-1) ?? "").length + 1)}`;
    const reason = printParseErrorCode(first.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
      .toLowerCase();
    throw complain(place, `this is not JSON: ${reason}.`);
  }
}
