import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rollup, type Plugin } from "rollup";
import type { Part } from "./part.ts";
import { CHECKLIST, checklistSources, LWC } from "./project.ts";
import { toJavaScript } from "./typescript.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "checklist/";

const typescript: Plugin = {
  name: "typescript",
  load: (file) => (file.endsWith(".ts") ? toJavaScript(file, readFileSync(file, "utf8")) : null)
};

/** The whole checklist as one module that components import as `c/mccChecklist`. */
export function checklistPart(): Part {
  return {
    name: "checklist",
    inputs: checklistSources(),
    make: async () => {
      const bundle = await rollup({
        input: join(CHECKLIST, "index.ts"),
        plugins: [typescript],
        // An import that is not found would otherwise be left in, for the org to fail on.
        onwarn: ({ message }) => {
          throw new Error(`The checklist can't be made into one module: ${message}`);
        }
      });
      const { output } = await bundle.generate({ format: "esm" });
      const code = `// Made from ${MADE_FROM} by the build. Do not edit.\n${output[0].code}`;
      return new Map([
        [join(LWC, "mccChecklist/mccChecklist.js"), code],
        [join(LWC, "mccChecklist/mccChecklist.js-meta.xml"), moduleMeta(MADE_FROM)]
      ]);
    }
  };
}
