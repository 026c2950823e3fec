import { readFile } from "node:fs/promises";
import { parse, printParseErrorCode, visit, type ParseError } from "jsonc-parser";
import { z } from "zod";
import type { ErrorAt } from "./scenario-error.ts";
import { MARKETING_CLOUD } from "../embedded-marketing-cloud/account.ts";
import { VISIT } from "./visit-file.ts";

const FILE = z.strictObject({
  title: z.string().optional(),
  about: z.string().optional(),
  language: z.string().optional(),
  viewer: z.string().optional(),
  records: z.record(z.string(), z.array(z.unknown())),
  visits: z.array(VISIT).optional(),
  marketingCloud: MARKETING_CLOUD.optional(),
  refusals: z
    .record(z.string(), z.strictObject({ code: z.string().regex(/^[A-Z_]+$/), message: z.string() }))
    .optional(),
  unavailable: z.record(z.string(), z.string().regex(/^[A-Z_]+$/)).optional()
});

/** The content of a scenario file. */
export type ScenarioFile = z.infer<typeof FILE>;

/**
 * @param builtIn the names to offer if there is no such file
 * @returns the content of a scenario file, its outer shape checked
 * @throws {ScenarioError} it can't be read, is not JSON, or has another shape
 */
export async function readScenarioFile(
  path: string,
  builtIn: readonly string[],
  errorAt: ErrorAt
): Promise<ScenarioFile> {
  let text: string;
  try {
    text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const unknown = `this is neither a file nor a built-in scenario. Built in are: ${builtIn.join(", ")}.`;
    throw errorAt("", code === "ENOENT" ? unknown : `the file can't be read: ${message}.`);
  }
  return checkShape(parseJson(text, errorAt), errorAt);
}

/** @throws {ScenarioError} the value doesn't have the shape of a scenario */
export function checkShape(value: unknown, errorAt: ErrorAt): ScenarioFile {
  const read = FILE.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (!issue) throw errorAt("", "this is not a scenario.");
  const path = z.core.toDotPath(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = issue.path.length ? "" : ` A scenario may have: ${Object.keys(FILE.shape).join(", ")}.`;
    throw errorAt(z.core.toDotPath([...issue.path, issue.keys[0] ?? ""]), `unknown key.${known}`);
  }
  if (issue.path[0] === "unavailable" && issue.path.length > 1)
    throw errorAt(path, 'an error code in capitals is needed, e.g. "INSUFFICIENT_ACCESS".');
  throw errorAt(path, `${issue.message}.`);
}

function parseJson(text: string, errorAt: ErrorAt): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { offset, reason } = firstSyntaxError(text) ?? { offset: 0, reason: String(error) };
    throw errorAt(placeOf(text, offset), `this is not JSON: ${reason}.`);
  }
  const [repeated] = repeatedKeys(text);
  if (repeated) throw errorAt(placeOf(text, repeated.offset), `the key "${repeated.key}" is here a second time.`);
  return value;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `line ${String(lines.length)}, column ${String((lines.at(-1) ?? "").length + 1)}`;
}

/** JSON.parse keeps the last of two values, and drops the first without a word. */
function repeatedKeys(text: string): { readonly key: string; readonly offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  const objects: Set<string>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void objects.push(new Set()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty: (key, offset) => {
        if (objects.at(-1)?.has(key)) repeated.push({ key, offset });
        objects.at(-1)?.add(key);
      }
    });
  } catch {
    // It calls itself for each level of nesting; what is nested that deep has no shape of a scenario.
  }
  return repeated;
}

/** @returns undefined where the parser gives up: it calls itself for each level of nesting */
function firstSyntaxError(text: string): { offset: number; reason: string } | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
  return errors.map(({ offset, error }) => ({
    offset,
    reason: printParseErrorCode(error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
      .toLowerCase()
  }))[0];
}
