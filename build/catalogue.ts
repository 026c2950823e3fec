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

type Problem = Pick<Message, "line"> & { readonly message: string };

export const FOLDER = join(CHECKLIST, "messages");
export const BASE_LANGUAGE = "en";

/** @returns the languages of the catalogue as `@salesforce/i18n/lang` writes them, English first */
export function languages(folder = FOLDER): string[] {
  const found = filesUnder(folder, /\.json$/).map((file) => basename(file, ".json"));
  return [BASE_LANGUAGE, ...found.filter((language) => language !== BASE_LANGUAGE)];
}

/**
 * The one way to a language's messages.
 * @returns them by key. A translation need not have them all: English stands in for the others
 * @throws {Error} with each problem, as `file:line: what`
 */
export function readMessages(language: string, folder = FOLDER): Record<string, string> {
  const messages = readCatalogue(language, folder);
  if (language !== BASE_LANGUAGE)
    refuse(fileOf(language, folder), translationProblems(messages, readMessages(BASE_LANGUAGE, folder)));
  return Object.fromEntries(messages.map(({ key, text }) => [key, text]));
}

/** @returns a language's messages with their lines; throws as `readMessages`, but holds no language against English */
export function readCatalogue(language: string, folder = FOLDER): Message[] {
  const file = fileOf(language, folder);
  if (!isLanguageTag(language))
    refuse(file, [{ line: 1, message: "the name is no language tag, such as de or pt-BR" }]);
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
  refuse(file, messageProblems(messages));
  return messages;
}

const fileOf = (language: string, folder: string): string => join(folder, `${language}.json`);

/** A file under another name, as `pt_BR`, would be for nobody's language. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}

function messageOf({ children, offset }: Node, lineAt: (offset: number) => number): Message {
  const [key, value] = children ?? [];
  return { key: String(key?.value), text: typeof value?.value === "string" ? value.value : "", line: lineAt(offset) };
}

function messageProblems(messages: readonly Message[]): Problem[] {
  const lines = new Map<string, number>();
  return messages.flatMap(({ key, text, line }) => {
    const first = lines.get(key);
    lines.set(key, line);
    return [
      ...(first === undefined ? [] : [{ line, message: `"${key}" stands on line ${String(first)} already` }]),
      ...(text.trim() === "" ? [{ line, message: `"${key}" has no text` }] : [])
    ];
  });
}

function translationProblems(messages: readonly Message[], english: Readonly<Record<string, string>>): Problem[] {
  return messages.flatMap(({ key, text, line }) => {
    const original = english[key];
    if (original === undefined) return [{ line, message: `"${key}" is not in ${BASE_LANGUAGE}.json` }];
    const [own, wanted] = [placeholders(text), placeholders(original)];
    return own === wanted
      ? []
      : [{ line, message: `"${key}" has ${own || "no {name}"}, the English ${wanted || "none"}` }];
  });
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");

function refuse(file: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(
    problems.map(({ line, message }) => `${relative(ROOT, file)}:${String(line)}: ${message}`).join("\n")
  );
}
