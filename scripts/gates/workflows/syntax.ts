import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { data, DescriptionDictionary } from "@actions/expressions";
import { registerLogger, validate } from "@actions/languageservice";
import { clearCacheEntry } from "@actions/languageservice/utils/workflow-cache";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../problems.ts";

/** What the workflows may ask for by name. A misspelt name is no error for GitHub: it is an empty text. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  secrets: ["DEVHUB_SFDX_URL", "SFDX_AUTH_URL"],
  vars: ["MCC_SYSTEM_USER"]
};

// It tells of its own faults to a log only, and then finds nothing wrong.
const faults: string[] = [];
const unheard = (): void => undefined;
registerLogger({ error: (message) => void faults.push(message), warn: unheard, info: unheard, log: unheard });

/**
 * What GitHub's own language service has against a workflow or an action: keys and values, expressions, times, and names
 * of jobs, steps, outputs, matrix keys, secrets and variables.
 * @param file its path, by whose end the service tells the two apart
 * @throws {Error} when the service itself breaks down
 */
export async function syntaxProblems(file: string): Promise<Problem[]> {
  const document = TextDocument.create(pathToFileURL(file).href, "yaml", 0, readFileSync(file, "utf8"));
  // It remembers a file by its address, whatever became of it.
  clearCacheEntry(document.uri);
  const found = await validate(document, {
    contextProviderConfig: {
      getContext: (name) => Promise.resolve(KNOWN[name] && dictionaryOf(KNOWN[name]))
    }
  });
  if (faults.length > 0) throw new Error(`${file}: ${faults.splice(0).join("; ")}`);
  return found.map(({ message, range }) => ({
    file,
    line: range.start.line + 1,
    // The parser draws the place beneath the first line.
    message: (typeof message === "string" ? message : message.value).split("\n")[0] ?? ""
  }));
}

const dictionaryOf = (names: readonly string[]): DescriptionDictionary =>
  new DescriptionDictionary(...names.map((key) => ({ key, value: new data.StringData("") })));
