import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Part } from "./part.ts";
import { CACHE, CHECKLIST, checklistSources, filesUnder, ROOT } from "./project.ts";

const COMMAND_LINE = join(ROOT, "command-line");
/** The sf plugin as it is published. */
export const PLUGIN = join(CACHE, "plugin");
const LICENSE = join(ROOT, "LICENSE");
const LIB = join(PLUGIN, "lib");

/**
 * What the sf plugin is published with: its manifest, bin and messages; below lib our JavaScript where its TypeScript lies
 * in this repository, the checklist as one file, its queries and its words.
 */
export function commandLinePart(): Part {
  const own = filesUnder(COMMAND_LINE, /./).filter((file) => !file.split(sep).includes("node_modules"));
  const sources = own.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const asTheyAre = own.filter((file) => /\.(js|json|md)$/.test(file));
  const data = [...filesUnder(join(CHECKLIST, "queries"), /\.soql$/), join(CHECKLIST, "messages/en.json")];
  return {
    name: "command-line",
    inputs: [...sources, ...asTheyAre, LICENSE, ...checklistSources(), ...data],
    make: async () => {
      const { toJavaScript } = await import("./typescript.ts");
      const { bundleChecklist } = await import("./bundle-checklist.ts");
      const { printed } = await import("./print.ts");
      const scripts = sources.map(async (source) => {
        const { code } = toJavaScript(source, readFileSync(source, "utf8"), { rewriteRelativeImportExtensions: true });
        return [inLib(source).replace(/\.ts$/, ".js"), await printed(code)] as const;
      });
      return new Map([
        [join(LIB, "checklist/index.js"), await bundleChecklist()],
        [join(PLUGIN, "LICENSE"), readFileSync(LICENSE, "utf8")],
        ...asTheyAre.map((file) => [join(PLUGIN, relative(COMMAND_LINE, file)), readFileSync(file, "utf8")] as const),
        ...data.map((file) => [inLib(file), readFileSync(file, "utf8")] as const),
        ...(await Promise.all(scripts))
      ]);
    }
  };
}

const inLib = (file: string): string => join(LIB, relative(ROOT, file));
