// Gone when the scratch-org workflow has passed: a deployment says the same.
import { elementProblems } from "../metadata/holds.ts";
import type { Element } from "../metadata/tree.ts";
import type { publishedTypes } from "../metadata/types.ts";
import type { Problem } from "../problems.ts";
import type { JsonFile } from "./json-file.ts";

/**
 * Holds the settings of a scratch definition against the published metadata types: the Salesforce CLI makes settings
 * metadata of them. The published schema names them, and not what is in them.
 */
export function settingsProblems(file: JsonFile, types: ReturnType<typeof publishedTypes>): Problem[] {
  const { settings = {} } = file.value as { settings?: Readonly<Record<string, unknown>> };
  return Object.entries(settings).flatMap(([name, value]) => {
    const shape = types(name.charAt(0).toUpperCase() + name.slice(1));
    if (!shape) return [file.problem(["settings", name], `Salesforce has no settings "${name}".`)];
    return elementProblems(asElement(file, name, ["settings", name], value), shape).map(({ line, message }) => ({
      file: file.file,
      line,
      message
    }));
  });
}

/** The XML that the CLI would make, with the JSON's lines. */
function asElement(file: JsonFile, name: string, path: readonly (string | number)[], value: unknown): Element {
  const parts = typeof value === "object" && value !== null ? Object.entries(value as Record<string, unknown>) : [];
  const children = parts.flatMap(([key, part]) =>
    Array.isArray(part)
      ? part.map((one, at) => asElement(file, key, [...path, key, at], one))
      : [asElement(file, key, [...path, key], part)]
  );
  const text = typeof value === "string" ? value : parts.length ? "" : JSON.stringify(value);
  return { name, line: file.problem(path, "").line, text, attributes: {}, children };
}
