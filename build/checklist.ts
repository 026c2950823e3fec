import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "./part.ts";
import { checklistSources, componentSources, LWC, METADATA } from "./project.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "checklist/";
const NOTE = `// Made from ${MADE_FROM} by the build. Do not edit.\n`;
/** The static resource that the tab loads while the org answers the first queries. */
export const DETAILS_RESOURCE = "MCC_Health_Details";
/** Read by `c/mccDetails`. */
const GLOBAL = "mccHealthDetails";

export const detailsFile = join(METADATA, `staticresources/${DETAILS_RESOURCE}.js`);

/** The checklist for components: `c/mccChecklist`, and the details, which the tab loads later. */
export function checklistPart(): Part {
  const components = componentSources();
  return {
    name: "checklist",
    inputs: [...checklistSources(), ...components],
    make: async () => {
      const { bundlesForTab } = await import("./bundle-checklist.ts");
      const texts = components.map((file) => readFileSync(file, "utf8"));
      const { first, details } = await bundlesForTab(texts, GLOBAL);
      return new Map([
        [join(LWC, "mccChecklist/mccChecklist.js"), NOTE + first],
        [join(LWC, "mccChecklist/mccChecklist.js-meta.xml"), moduleMeta(MADE_FROM)],
        [detailsFile, NOTE + details]
      ]);
    }
  };
}
