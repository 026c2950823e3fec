import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rollup, type Plugin } from "rollup";
import { hashOfFiles } from "../../../scripts/build/part.ts";
import { CACHE, filesUnder, ROOT } from "../../../scripts/build/project.ts";
import { compiler, constants, isForeign } from "./compiler.ts";
import { BASE_COMPONENTS, BROWSER, OWN_MODULES, platform } from "./platform.ts";

// The right-to-left icons would double the work, and no language of ours needs them. The other two import modules
// that the package leaves out.
const LEFT_OUT = /^lightning\/(iconSvgTemplates|barcodeScanner|primitiveFigure)/;
const RIGHT_TO_LEFT_ICONS = /^lightning\/iconSvgTemplates\w*Rtl$/;
/** How many modules there are in all, for telling how far the build is. */
const ABOUT_HOW_MANY = 3000;

/** The ids of the modules that live in the vendor bundle: the engine, the base components and what both bundles share. */
export const VENDOR_MODULES: ReadonlySet<string> = new Set([
  "lwc",
  "@lwc/synthetic-shadow",
  ...OWN_MODULES,
  ...exposedBaseComponents()
]);

function exposedBaseComponents(): string[] {
  const { lwc } = JSON.parse(readFileSync(join(BASE_COMPONENTS, "package.json"), "utf8")) as {
    lwc: { expose: string[] };
  };
  return lwc.expose.filter(
    (id) => id.startsWith("lightning/") && !LEFT_OUT.test(id) && existsSync(join(BASE_COMPONENTS, "src", id))
  );
}

const nameOf = (id: string): string => id.replace(/^@/, "").replaceAll("/", ".");

/** What joins the two bundles in the browser. `path` is where the vendor bundle is served, with a slash at the end. */
export const importMap = (path: string): { imports: Record<string, string> } => ({
  imports: Object.fromEntries([...VENDOR_MODULES].map((id) => [id, `${path}${nameOf(id)}.js`]))
});

/**
 * Bundles the engine and the base components, once: the result is kept until a package or our share of it changes.
 * @param say is told how far it is
 * @returns the folder that holds it
 */
export async function buildVendor(say: (text: string) => void): Promise<string> {
  const packages = ["lwc", "@lwc/rollup-plugin", "lightning-base-components"];
  const key = hashOfFiles([
    ...packages.map((name) => join(ROOT, "node_modules", name, "package.json")),
    ...filesUnder(import.meta.dirname, /(vendor|platform|compiler)\.ts$/),
    ...filesUnder(BROWSER, /(context|apex|navigation)\.ts$/),
    join(ROOT, "local/page/context.ts"),
    join(ROOT, "scripts/build/typescript.ts")
  ]);
  const folder = join(CACHE, "vendor", key);
  if (existsSync(folder)) return folder;

  say("Preparing Salesforce's base components (once, about 20 seconds)");
  rmSync(join(CACHE, "vendor"), { recursive: true, force: true });
  const bundle = await rollup({
    input: Object.fromEntries([...VENDOR_MODULES].map((id) => [nameOf(id), id])),
    preserveEntrySignatures: "strict",
    onwarn: (warning, handle) => {
      if (warning.code !== "CIRCULAR_DEPENDENCY" && !isForeign(warning.loc?.file ?? warning.id)) handle(warning);
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
  // Renamed when whole: a build that was stopped half-way must not look finished.
  const unfinished = `${folder}.unfinished`;
  await bundle.write({
    dir: unfinished,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js"
  });
  renameSync(unfinished, folder);
  return folder;
}

/** The module resolver of LWC resolves imports, not entries: let each entry look imported. */
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
      if (count % 1000 === 0) say(`  ${String(count)} of about ${String(ABOUT_HOW_MANY)} modules`);
    }
  };
}
