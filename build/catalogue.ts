import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { ENGLISH } from "../checklist/index.ts";
import { CHECKLIST, filesUnder, ROOT } from "./project.ts";

/** A message and the line where it stands in its catalogue. */
export interface Message {
  readonly key: string;
  readonly text: string;
  readonly line: number;
}

type Problem = Pick<Message, "line"> & { readonly message: string };

export const BASE_LANGUAGE = "en";

/** A file of messages, and what its keys begin with in the whole catalogue. */
interface Source {
  readonly file: string;
  readonly prefix: string;
}

/** @returns the files of a language that there are: of the whole, and beside each check */
const sourcesOf = (language: string, root: string): Source[] =>
  [
    { file: join(root, "messages", `${language}.json`), prefix: "" },
    ...filesUnder(join(root, "checks"), new RegExp(`/${language}\\.json$`)).map((file) => ({
      file,
      prefix: `${basename(dirname(file))}.`
    }))
  ].filter(({ file }) => existsSync(file));

/** @returns every file that messages are read from */
export const messageFiles = (root = CHECKLIST): string[] => [
  ...filesUnder(join(root, "messages"), /\.json$/),
  ...filesUnder(join(root, "checks"), /\.json$/)
];

/** @returns the languages of the catalogue as `@salesforce/i18n/lang` writes them, English first */
export function languages(root = CHECKLIST): string[] {
  const found = new Set(messageFiles(root).map((file) => basename(file, ".json")));
  return [BASE_LANGUAGE, ...[...found].filter((language) => language !== BASE_LANGUAGE).sort()];
}

/**
 * The one way to a language's messages.
 * @returns them by key. A translation need not have them all: English stands in for the others
 * @throws {Error} with each problem, as `file:line: what`
 */
export function readMessages(language: string): Record<string, string> {
  if (language === BASE_LANGUAGE) return { ...ENGLISH };
  return readTranslation(language, ENGLISH);
}

/** Reads a language and holds it against what it translates; throws as `readMessages`. */
export function readTranslation(
  language: string,
  english: Readonly<Record<string, string>>,
  root = CHECKLIST
): Record<string, string> {
  const sources = readSources(language, root);
  for (const { file, prefix, messages } of sources) {
    if (!isLanguageTag(language))
      refuse(file, [{ line: 1, message: "the name is no language tag, such as de or pt-BR" }]);
    refuse(file, translationProblems(messages, prefix, english));
  }
  return joined(sources);
}

/** @returns what the files of a language say, held against nothing */
export const messagesIn = (language: string, root: string): Record<string, string> =>
  joined(readSources(language, root));

const readSources = (language: string, root: string): (Source & { readonly messages: readonly Message[] })[] =>
  sourcesOf(language, root).map((source) => ({ ...source, messages: readCatalogue(source.file) }));

const joined = (sources: ReturnType<typeof readSources>): Record<string, string> =>
  Object.fromEntries(
    sources.flatMap(({ prefix, messages }) => messages.map(({ key, text }) => [`${prefix}${key}`, text]))
  );

/** @returns the messages of a file with their lines; throws as `readMessages`, but holds no language against English */
export function readCatalogue(file: string): Message[] {
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

function translationProblems(
  messages: readonly Message[],
  prefix: string,
  english: Readonly<Record<string, string>>
): Problem[] {
  return messages.flatMap(({ key, text, line }) => {
    const original = english[`${prefix}${key}`];
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
