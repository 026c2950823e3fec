import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { rollup, type OutputChunk, type Plugin } from "rollup";
import { COMMON_FIX } from "../checklist/judge/common-fix.ts";
import type { Messages } from "../checklist/messages/text.ts";
import { namesImportedFrom } from "./imported-names.ts";
import { keysNamedIn } from "./keys-named-in.ts";
import { printed } from "./print.ts";
import { CHECKLIST } from "./project.ts";
import { toJavaScript } from "./typescript.ts";

const INDEX = join(CHECKLIST, "index.ts");
const DETAILS = join(CHECKLIST, "details.ts");

/** What judging names, and only a card says: what was found, what is and should be, why, how to fix it, which answer or data. */
const SAID_BY_CARDS = /^(candidate|change)\.|\.(title|actual|expected|reason|risk)$|\.(answer|cannot-see|data|fix)\./;
/** The plan says a check's `first` instead; where a check could not be judged, this. */
const SAID_BY_PLAN = new Set(Object.values(COMMON_FIX).map((step) => `common.fix.${String(step)}`));

/** What the tab loads of the checklist. */
export interface TabBundles {
  /** Before anything is shown: a module. */
  readonly first: string;
  /** While the org answers the first queries: a script that sets a global. */
  readonly details: string;
}

/**
 * English goes to what asks for it: what the code that is loaded first names, and the components that are there first; all
 * other goes to the details. A key is in one of the two.
 * @param components the texts of the components' sources: the checklist has for them what they import, and no more
 * @param global what the script of the details sets
 * @throws {Error} when one of the names, or something that the checklist imports, is not there
 */
export async function bundlesForTab(components: readonly string[], global: string): Promise<TabBundles> {
  const names = namesImportedFrom("c/mccChecklist", components);
  const entry = `export { ${names.join(", ")} } from ${JSON.stringify(INDEX)};`;
  const english: Record<string, string> = {};
  const { modules } = await chunkOf(entry, "esm", (prefix, messages) => {
    for (const [key, text] of Object.entries(messages)) english[`${prefix}${key}`] = text;
    return {};
  });
  const code = Object.values(modules).flatMap((module) => module.code ?? []);
  const early = components.filter((text) => !namesImportedFrom("c/mccDetails", [text]).includes("label"));
  const keys = Object.keys(english);
  const judged = keys.filter((key) => SAID_BY_PLAN.has(key) || !SAID_BY_CARDS.test(key));
  const first = new Set([...keysNamedIn(code, judged), ...keysNamedIn(early, keys)]);
  // Files are read in no order.
  const later = Object.fromEntries(
    Object.entries(english)
      .filter(([key]) => !first.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
  const { code: module } = await chunkOf(entry, "esm", (prefix, messages) =>
    Object.fromEntries(Object.entries(messages).filter(([key]) => first.has(`${prefix}${key}`)))
  );
  const details = await bundleOf(
    `import * as details from ${JSON.stringify(DETAILS)};
    window.${global} = { ...details, english: ${JSON.stringify(later)} };`,
    "iife"
  );
  return { first: await printed(module), details: await printed(details) };
}

/**
 * @param entry the text of a module that imports from the checklist
 * @returns it in one file with what it imports
 * @throws {Error} when something is imported that is not there
 */
export const bundleOf = async (entry: string, format: "esm" | "iife"): Promise<string> =>
  (await chunkOf(entry, format, (_prefix, messages) => messages)).code;

/** @returns the messages that are compiled in, of a file whose keys begin with `prefix` in the catalogue */
type Selection = (prefix: string, messages: Messages) => Messages;

async function chunkOf(entry: string, format: "esm" | "iife", select: Selection): Promise<OutputChunk> {
  const made = await rollup({
    input: "entry",
    plugins: [entryOf(entry), sources(select)],
    // Loading a module of the checklist does nothing: one whose names nobody uses can be left out.
    treeshake: { moduleSideEffects: (id) => id === "entry" },
    // An import that is not found would otherwise be left in, for the org to fail on.
    onwarn: ({ message }) => {
      throw new Error(`The checklist can't be made into one module: ${message}`);
    }
  });
  const [chunk] = (await made.generate({ format })).output;
  return chunk;
}

/** English is compiled in, from JSON beside each check. */
const sources = (select: Selection): Plugin => ({
  name: "sources",
  load(file) {
    if (file.endsWith(".ts")) return stripped(file);
    if (!file.endsWith(".json")) return null;
    const folder = basename(dirname(file));
    const messages = JSON.parse(readFileSync(file, "utf8")) as Messages;
    return `export default ${JSON.stringify(select(folder === "messages" ? "" : `${folder}.`, messages))}`;
  }
});

const strippedFiles = new Map<string, { code: string }>();

/** Each file is stripped once for the bundles of one build. */
function stripped(file: string): { code: string } {
  const text = readFileSync(file, "utf8");
  const made = strippedFiles.get(text) ?? toJavaScript(file, text);
  strippedFiles.set(text, made);
  return made;
}

const entryOf = (text: string): Plugin => ({
  name: "entry",
  resolveId: (id) => (id === "entry" ? id : null),
  load: (id) => (id === "entry" ? text : null)
});
