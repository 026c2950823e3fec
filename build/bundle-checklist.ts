import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rollup, type Plugin } from "rollup";
import { printed } from "./print.ts";
import { CHECKLIST } from "./project.ts";
import { toJavaScript } from "./typescript.ts";

const INDEX = join(CHECKLIST, "index.ts");

/** English is compiled in, from JSON beside each check. */
const sources: Plugin = {
  name: "sources",
  load(file) {
    if (file.endsWith(".ts")) return toJavaScript(file, readFileSync(file, "utf8"));
    return file.endsWith(".json") ? `export default ${readFileSync(file, "utf8")}` : null;
  }
};

/**
 * @param names what components import from `c/mccChecklist`: the rest is left out
 * @returns the checklist as the tab loads it
 * @throws {Error} when one of them, or something that the checklist imports, is not there
 */
export async function bundleForTab(names: readonly string[]): Promise<string> {
  return printed(await bundleOf(`export { ${names.join(", ")} } from ${JSON.stringify(INDEX)};`, "esm"));
}

/**
 * @param entry the text of a module that imports from the checklist
 * @returns it in one file with what it imports
 * @throws {Error} when something is imported that is not there
 */
export async function bundleOf(entry: string, format: "esm" | "iife"): Promise<string> {
  const made = await rollup({
    input: "entry",
    plugins: [entryOf(entry), sources],
    // Loading a module of the checklist does nothing: one whose names nobody uses can be left out.
    treeshake: { moduleSideEffects: (id) => id === "entry" },
    // An import that is not found would otherwise be left in, for the org to fail on.
    onwarn: ({ message }) => {
      throw new Error(`The checklist can't be made into one module: ${message}`);
    }
  });
  const [chunk] = (await made.generate({ format })).output;
  return chunk.code;
}

const entryOf = (text: string): Plugin => ({
  name: "entry",
  resolveId: (id) => (id === "entry" ? id : null),
  load: (id) => (id === "entry" ? text : null)
});
