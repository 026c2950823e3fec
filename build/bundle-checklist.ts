import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { rollup, type InputOptions, type OutputChunk, type Plugin } from "rollup";
import { printed } from "./print.ts";
import { CHECKLIST } from "./project.ts";
import { toJavaScript } from "./typescript.ts";

const INDEX = join(CHECKLIST, "index.ts");
const REPORT = join(CHECKLIST, "report");
const TAB_MODULE = "c/mccChecklist";

const typescript: Plugin = {
  name: "typescript",
  load: (file) => (file.endsWith(".ts") ? toJavaScript(file, readFileSync(file, "utf8")) : null)
};

/**
 * @returns the whole checklist as one ES module
 * @throws {Error} when it imports something that is not there
 */
export const bundleChecklist = async (): Promise<string> =>
  (await bundle({ input: INDEX, plugins: [typescript] })).code;

/**
 * The checklist as the tab loads it: what only a report needs is a module of its own, which imports what it shares with
 * the rest from `c/mccChecklist`.
 * @param names what components import from `c/mccChecklist`: the rest is left out
 * @throws {Error} when one of them, or something that the checklist imports, is not there
 */
export async function bundleForTab(names: readonly string[]): Promise<{ checklist: string; report: string }> {
  const report = await bundle({ input: join(REPORT, "index.ts"), plugins: [outsideReport, typescript] });
  const exported = new Set([...names, ...(report.importedBindings[TAB_MODULE] ?? [])]);
  const checklist = await bundle({ input: "entry", plugins: [entry([...exported].sort()), typescript] });
  return { checklist: checklist.code, report: report.code };
}

const outsideReport: Plugin = {
  name: "outside-report",
  async resolveId(id, importer) {
    const found = await this.resolve(id, importer, { skipSelf: true });
    return !found || found.id.startsWith(REPORT + sep) ? found : { id: TAB_MODULE, external: true };
  }
};

const entry = (names: readonly string[]): Plugin => ({
  name: "entry",
  resolveId: (id) => (id === "entry" ? id : null),
  load: (id) => (id === "entry" ? `export { ${names.join(", ")} } from ${JSON.stringify(INDEX)};` : null)
});

async function bundle(options: InputOptions): Promise<OutputChunk> {
  const made = await rollup({
    ...options,
    // Loading a module of the checklist does nothing: one whose names nobody uses can be left out.
    treeshake: { moduleSideEffects: false },
    // An import that is not found would otherwise be left in, for the org to fail on.
    onwarn: ({ message }) => {
      throw new Error(`The checklist can't be made into one module: ${message}`);
    }
  });
  const [chunk] = (await made.generate({ format: "esm" })).output;
  return { ...chunk, code: await printed(chunk.code) };
}
