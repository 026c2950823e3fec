import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { hashOfFiles } from "../../../build/part.ts";
import { CACHE, filesUnder, LWC, ROOT } from "../../../build/project.ts";
import { BROWSER } from "./modules.ts";

// The bundlers load only when there is something to bundle: loading them takes longer than a start may take.

const PACKAGES = ["lwc", "@lwc/rollup-plugin", "lightning-base-components"].map((name) =>
  join(ROOT, "node_modules", name, "package.json")
);
const buildCode = (names: RegExp): string[] => [
  ...filesUnder(import.meta.dirname, names),
  join(ROOT, "build/typescript.ts"),
  join(ROOT, "local/page/context.ts")
];

/**
 * Bundles the engine and the base components, once: the result is cached until a package or our part of it changes.
 * @param say reports progress
 * @returns the folder of the bundle, named after the hash of its inputs
 */
export function vendorBundle(say: (text: string) => void): Promise<string> {
  const inputs = [
    ...PACKAGES,
    ...buildCode(/(vendor|modules|platform|compiler)\.ts$/),
    ...filesUnder(BROWSER, /(context|apex|navigation|platformResourceLoader)\.ts$/)
  ];
  return cached("vendor", inputs, async (folder) => {
    const { buildVendor } = await import("./vendor.ts");
    await buildVendor(folder, say);
  });
}

/**
 * Bundles the wizard's components and the page's frame.
 * @returns the folder of the bundle, named after the hash of its inputs
 * @throws {Error} a component imports a platform module that doesn't exist; names the component
 */
export function appBundle(say: (text: string) => void): Promise<string> {
  const inputs = [
    ...PACKAGES,
    ...buildCode(/\.ts$/),
    ...filesUnder(BROWSER, /./),
    ...filesUnder(LWC, /\.(ts|js|html|css)$/)
  ];
  return cached("app", inputs, async (folder) => {
    say("Building the wizard");
    const { buildApp } = await import("./app.ts");
    await buildApp(folder);
  });
}

async function cached(
  name: string,
  inputs: readonly string[],
  make: (folder: string) => Promise<void>
): Promise<string> {
  const folder = join(CACHE, name, hashOfFiles(inputs));
  if (existsSync(folder)) return folder;
  // Renamed when complete: a build that was interrupted must not look finished, and two may run at once.
  const unfinished = `${folder}.${process.pid}`;
  await make(unfinished);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  const older = readdirSync(join(CACHE, name)).filter(
    (sibling) => /^\w+$/.test(sibling) && sibling !== basename(folder)
  );
  for (const sibling of older) rmSync(join(CACHE, name, sibling), { recursive: true });
  return folder;
}
