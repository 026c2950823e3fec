import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Part } from "./part.ts";
import { CACHE, CHECKLIST, checklistSources, filesUnder, ROOT } from "./project.ts";

const COMMAND_LINE = join(ROOT, "command-line");
const LOCK = join(ROOT, "package-lock.json");
const LICENSE = join(ROOT, "LICENSE");
/** The sf plugin as it is published. */
export const PLUGIN = join(CACHE, "plugin");

/**
 * What the sf plugin is published with: its manifest, and as few files of JavaScript as loading late allows. Packages are
 * in them: to find and load some two thousand files takes longer than to check an org.
 */
export function commandLinePart(): Part {
  const own = filesUnder(COMMAND_LINE, /\.(ts|js|md|json)$/).filter(
    (file) => !file.split(sep).includes("node_modules")
  );
  const data = filesUnder(CHECKLIST, /\.soql$/);
  return {
    name: "command-line",
    inputs: [...own.filter((file) => !file.endsWith(".test.ts")), ...checklistSources(), ...data, LOCK, LICENSE],
    make: async () => {
      const { bundleCommands } = await import("./bundle-commands.ts");
      const { notices, scripts } = await bundleCommands(COMMAND_LINE, PLUGIN);
      return new Map([
        [join(PLUGIN, "package.json"), publishedManifest()],
        [join(PLUGIN, "README.md"), readFileSync(join(COMMAND_LINE, "README.md"), "utf8")],
        [join(PLUGIN, "LICENSE"), readFileSync(LICENSE, "utf8")],
        [join(PLUGIN, "THIRD-PARTY-NOTICES.txt"), notices],
        ...scripts
      ]);
    }
  };
}

/** @returns package.json without the packages that are in the scripts already */
function publishedManifest(): string {
  const manifest = JSON.parse(readFileSync(join(COMMAND_LINE, "package.json"), "utf8")) as Record<string, unknown>;
  return `${JSON.stringify({ ...manifest, dependencies: undefined }, undefined, 2)}\n`;
}
