import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { CHECKLIST, filesUnder, ROOT } from "./project.ts";

/** A message and the line where it stands in its catalogue. */
export interface Message {
  readonly key: string;
  readonly text: string;
  readonly line: number;
}

export const FOLDER = join(CHECKLIST, "messages");
export const BASE_LANGUAGE = "en";
const LABEL_LENGTH = 80;
const VALUE_LENGTH = 1000;

/** @returns the custom label that carries a message: `fix.open-app` is `MCC_fix_open_app` */
export const labelNameOf = (key: string): string => `MCC_${key.replace(/[^A-Za-z0-9]+/g, "_")}`;

/** @returns the languages of the catalogue, the one that the others translate first */
export function languages(folder = FOLDER): string[] {
  const found = filesUnder(folder, /\.json$/).map((file) => basename(file, ".json"));
  return [BASE_LANGUAGE, ...found.filter((language) => language !== BASE_LANGUAGE)];
}

/**
 * Reads a language's catalogue and holds it against what Salesforce takes as custom labels.
 * Limits: Salesforce help, "Custom Labels" (names of 80 characters, values of 1,000); Metadata API, "CustomLabel".
 * @throws {Error} with each place, as `file:line: what`
 */
export function readMessages(language: string, folder = FOLDER): Message[] {
  const file = join(folder, `${language}.json`);
  const text = readFileSync(file, "utf8");
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  refuse(
    file,
    errors.map(({ offset, error }) => ({ line: lineAt(offset), message: `not JSON: ${printParseErrorCode(error)}` }))
  );

  const messages = (tree?.type === "object" ? (tree.children ?? []) : []).map((property) =>
    messageOf(property, lineAt)
  );
  refuse(file, problemsOf(messages));
  return messages;
}

/**
 * Reads a language that translates another.
 * @throws {Error} as `readMessages`, and for a message that the base does not have
 */
export function readTranslation(language: string, base: readonly Message[], folder = FOLDER): Message[] {
  const known = new Set(base.map(({ key }) => key));
  const messages = readMessages(language, folder);
  const unknown = messages.filter(({ key }) => !known.has(key));
  refuse(
    join(folder, `${language}.json`),
    unknown.map(({ key, line }) => ({ line, message: `"${key}" is not in ${BASE_LANGUAGE}.json` }))
  );
  return messages;
}

function refuse(file: string, problems: readonly { line: number; message: string }[]): void {
  if (problems.length === 0) return;
  throw new Error(
    problems.map(({ line, message }) => `${relative(ROOT, file)}:${String(line)}: ${message}`).join("\n")
  );
}

function messageOf({ children, offset }: Node, lineAt: (offset: number) => number): Message {
  const [key, value] = children ?? [];
  return { key: String(key?.value), text: typeof value?.value === "string" ? value.value : "", line: lineAt(offset) };
}

function problemsOf(messages: readonly Message[]): { line: number; message: string }[] {
  const byLabel = new Map<string, Message>();
  return messages.flatMap((message) => {
    const { key, text, line } = message;
    const label = labelNameOf(key);
    const twin = byLabel.get(label);
    byLabel.set(label, message);
    return [
      ...(twin
        ? [`"${key}" becomes the label ${label}, as "${twin.key}" on line ${String(twin.line)} does: rename one`]
        : []),
      ...(label.length > LABEL_LENGTH
        ? [
            `"${key}" becomes a label name of ${String(label.length)} characters; Salesforce takes ${String(LABEL_LENGTH)}: shorten the key`
          ]
        : []),
      ...(/__|_$/.test(label)
        ? [
            `"${key}" becomes ${label}; Salesforce takes no label name with two underscores in a row or one at its end: rename the key`
          ]
        : []),
      ...(text === "" ? [`"${key}" has no text: Salesforce takes no empty label`] : []),
      ...(text.length > VALUE_LENGTH
        ? [
            `"${key}" has ${String(text.length)} characters; Salesforce takes ${String(VALUE_LENGTH)} in a label: shorten the text`
          ]
        : [])
    ].map((told) => ({ line, message: told }));
  });
}
