import { join } from "node:path";
import type { Part } from "./part.ts";
import { CHECKLIST, checklistSources, METADATA } from "./project.ts";

/** The static resource that the tab loads when somebody asks for a report. */
export const ON_DEMAND_RESOURCE = "MCC_Health_On_Demand";
/** Read by `c/mccOnDemand`. */
const GLOBAL = "mccHealthOnDemand";

const ENTRY = join(CHECKLIST, "on-demand.ts");
export const onDemandFile = join(METADATA, `staticresources/${ON_DEMAND_RESOURCE}.js`);

/** `checklist/on-demand.ts` as a script that sets one global: see docs/decisions/0009-words.md. */
export function onDemandPart(): Part {
  return {
    name: "on-demand",
    inputs: checklistSources(),
    make: async () => {
      const { bundleOf } = await import("./bundle-checklist.ts");
      const { printed } = await import("./print.ts");
      const code = await bundleOf(
        `import * as onDemand from ${JSON.stringify(ENTRY)};\nwindow.${GLOBAL} = onDemand;`,
        "iife"
      );
      return new Map([
        [onDemandFile, `// Made from checklist/on-demand.ts by the build. Do not edit.\n${await printed(code)}`]
      ]);
    }
  };
}
