import { join } from "node:path";
import { rollup, type Plugin } from "rollup";
import { compiler, constants } from "./compiler.ts";
import { BASE_COMPONENTS, BROWSER, fileNameOf, VENDOR_MODULES } from "./modules.ts";
import { platform } from "./platform.ts";

// They would double the work, and none of our languages needs them.
const RIGHT_TO_LEFT_ICONS = /^lightning\/iconSvgTemplates\w*Rtl$/;
/** The approximate number of modules, for reporting progress. */
const MODULE_COUNT = 3000;

/** Bundles the vendor modules into a folder: one file for each, and chunks for what they share. */
export async function buildVendor(folder: string, say: (text: string) => void): Promise<void> {
  say("Preparing Salesforce's base components (once; takes about half a minute)");
  const bundle = await rollup({
    input: Object.fromEntries([...VENDOR_MODULES].map((id) => [fileNameOf(id), id])),
    preserveEntrySignatures: "strict",
    onwarn: (warning, handle) => {
      const isForeign = (warning.loc?.file ?? warning.id)?.startsWith(BASE_COMPONENTS);
      if (warning.code !== "CIRCULAR_DEPENDENCY" && !isForeign) handle(warning);
    },
    plugins: [
      entries,
      withoutRightToLeftIcons,
      platform(new Set()),
      constants,
      compiler({ enableDynamicComponents: true, enableSyntheticElementInternals: true }),
      progress(say)
    ]
  });
  await bundle.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js"
  });
}

/** LWC's module resolver resolves imports only: this gives each entry an importer. */
const entries: Plugin = {
  name: "entries",
  resolveId(id, importer) {
    return importer === undefined ? this.resolve(id, join(BROWSER, "main.ts"), { skipSelf: true }) : null;
  }
};

const withoutRightToLeftIcons: Plugin = {
  name: "without-right-to-left-icons",
  resolveId: (id) => (RIGHT_TO_LEFT_ICONS.test(id) ? "\0no-icons" : null),
  load: (id) => (id === "\0no-icons" ? "export default {};" : null)
};

function progress(say: (text: string) => void): Plugin {
  let count = 0;
  return {
    name: "progress",
    moduleParsed() {
      count += 1;
      if (count % 1000 === 0) say(`  ${count} of about ${MODULE_COUNT} modules`);
    }
  };
}
