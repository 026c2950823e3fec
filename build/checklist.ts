import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "./part.ts";
import { checklistSources, componentSources, LWC } from "./project.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "checklist/";

/** The checklist for components, as `c/mccChecklist`. */
export function checklistPart(): Part {
  const components = componentSources();
  return {
    name: "checklist",
    inputs: [...checklistSources(), ...components],
    make: async () => {
      const { bundleForTab } = await import("./bundle-checklist.ts");
      const { namesImportedFrom } = await import("./imported-names.ts");
      const texts = components.map((file) => readFileSync(file, "utf8"));
      const code = await bundleForTab(namesImportedFrom("c/mccChecklist", texts));
      return new Map([
        [join(LWC, "mccChecklist/mccChecklist.js"), `// Made from ${MADE_FROM} by the build. Do not edit.\n${code}`],
        [join(LWC, "mccChecklist/mccChecklist.js-meta.xml"), moduleMeta(MADE_FROM)]
      ]);
    }
  };
}
