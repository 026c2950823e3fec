import { join } from "node:path";
import type { Part } from "./part.ts";
import { checklistSources, LWC } from "./project.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "checklist/";

/** The whole checklist as one module that components import as `c/mccChecklist`. */
export function checklistPart(): Part {
  return {
    name: "checklist",
    inputs: checklistSources(),
    make: async () => {
      const { bundleChecklist } = await import("./bundle-checklist.ts");
      const code = `// Made from ${MADE_FROM} by the build. Do not edit.\n${await bundleChecklist()}`;
      return new Map([
        [join(LWC, "mccChecklist/mccChecklist.js"), code],
        [join(LWC, "mccChecklist/mccChecklist.js-meta.xml"), moduleMeta(MADE_FROM)]
      ]);
    }
  };
}
