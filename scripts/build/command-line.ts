import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Part } from "./part.ts";
import { CHECKLIST, checklistSources, filesUnder, ROOT } from "./project.ts";

export const COMMAND_LINE = join(ROOT, "command-line");
const LIB = join(COMMAND_LINE, "lib");

/**
 * What the sf plugin is published with: our JavaScript where its TypeScript lies in this repository, the checklist as one
 * file, its queries and its words.
 */
export function commandLinePart(): Part {
  const sources = filesUnder(COMMAND_LINE, /\.ts$/).filter(
    (file) => !/\.test\.ts$|\/node_modules\/|\/lib\//.test(file.replaceAll("\\", "/"))
  );
  const data = [...filesUnder(join(CHECKLIST, "queries"), /\.soql$/), join(CHECKLIST, "messages/en.json")];
  return {
    name: "command-line",
    inputs: [...sources, ...checklistSources(), ...data],
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
        ...data.map((file) => [inLib(file), readFileSync(file, "utf8")] as const),
        ...(await Promise.all(scripts))
      ]);
    }
  };
}

const inLib = (file: string): string => join(LIB, relative(ROOT, file));
