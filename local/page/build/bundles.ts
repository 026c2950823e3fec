import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { hashOfFiles } from "../../../build/part.ts";
import { CACHE, filesUnder, LWC, ROOT } from "../../../build/project.ts";
import { BROWSER } from "./modules.ts";

// The bundlers are loaded only when there is something to bundle: they take longer to load than a start may take.

const PACKAGES = ["lwc", "@lwc/rollup-plugin", "lightning-base-components"].map((name) =>
  join(ROOT, "node_modules", name, "package.json")
);
const buildCode = (names: RegExp): string[] => [
  ...filesUnder(import.meta.dirname, names),
  join(ROOT, "build/typescript.ts"),
  join(ROOT, "local/page/context.ts")
];

/**
 * Bundles the engine and the base components, once: the result is kept until a package or our share of it changes.
 * @param say is told how far it is
 * @returns the folder that holds it, named after its content
 */
export function vendorBundle(say: (text: string) => void): Promise<string> {
  const inputs = [
    ...PACKAGES,
    ...buildCode(/(vendor|modules|platform|compiler)\.ts$/),
    ...filesUnder(BROWSER, /(context|apex|navigation)\.ts$/)
  ];
  return kept("vendor", inputs, async (folder) => {
    const { buildVendor } = await import("./vendor.ts");
    await buildVendor(folder, say);
  });
}

/**
 * Bundles the wizard's components and the page's frame.
 * @returns the folder that holds it, named after its content
 * @throws {Error} that names the component, when it asks for a platform module that there is not
 */
export function appBundle(say: (text: string) => void): Promise<string> {
  const inputs = [
    ...PACKAGES,
    ...buildCode(/\.ts$/),
    ...filesUnder(BROWSER, /./),
    ...filesUnder(LWC, /\.(ts|js|html|css)$/)
  ];
  return kept("app", inputs, async (folder) => {
    say("Building the wizard");
    const { buildApp } = await import("./app.ts");
    await buildApp(folder);
  });
}

async function kept(name: string, inputs: readonly string[], make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name, hashOfFiles(inputs));
  if (existsSync(folder)) return folder;
  // Renamed when whole: a build that was stopped half-way must not look finished. Two may run side by side.
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
