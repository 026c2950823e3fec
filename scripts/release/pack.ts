import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLinePart, PLUGIN } from "../../build/command-line.ts";
import { buildPart } from "../../build/part.ts";
import { CACHE, ROOT } from "../../build/project.ts";

/**
 * Packs the sf plugin as it would be published.
 * @returns the path of the tarball
 */
export async function packCommandLine(): Promise<string> {
  await buildPart(commandLinePart());
  writeFileSync(join(PLUGIN, "oclif.manifest.json"), JSON.stringify(await manifest(), undefined, 2));
  const folder = join(CACHE, "package");
  mkdirSync(folder, { recursive: true });
  const args = ["pack", PLUGIN, `--pack-destination=${folder}`, "--json"];
  const packed: unknown = JSON.parse(
    execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" })
  );
  const [{ filename }] = Object.values(packed as object) as [{ filename: string }];
  return join(folder, filename);
}

/** What `oclif manifest` writes: the commands and flags, so that sf does not load them only to list them. */
async function manifest(): Promise<unknown> {
  // Otherwise oclif looks for TypeScript to run, and tells that Salesforce's own CLI needs a later Node.
  Object.assign(process.env, { OCLIF_TS_NODE: "0", OCLIF_DISABLE_ENGINE_WARNING: "true" });
  const { Plugin } = await import("@oclif/core");
  const plugin = new Plugin({ root: PLUGIN, type: "user", ignoreManifest: true, errorOnManifestCreate: true });
  await plugin.load();
  return plugin.manifest;
}

if (process.argv[1] === import.meta.filename) console.log(await packCommandLine());
