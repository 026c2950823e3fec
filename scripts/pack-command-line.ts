import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND_LINE, commandLinePart } from "./build/command-line.ts";
import { buildPart } from "./build/part.ts";
import { CACHE, ROOT } from "./build/project.ts";

/**
 * Packs the sf plugin as it would be published.
 * @returns the path of the tarball
 */
export async function packCommandLine(): Promise<string> {
  await buildPart(commandLinePart());
  writeFileSync(join(COMMAND_LINE, "oclif.manifest.json"), JSON.stringify(await manifest(), undefined, 2));
  copyFileSync(join(ROOT, "LICENSE"), join(COMMAND_LINE, "LICENSE"));
  const folder = join(CACHE, "package");
  mkdirSync(folder, { recursive: true });
  const args = ["pack", "--workspace=command-line", `--pack-destination=${folder}`, "--json"];
  const packed: unknown = JSON.parse(
    execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" })
  );
  const [{ filename }] = Object.values(packed as object) as [{ filename: string }];
  return join(folder, filename);
}

/** What `oclif manifest` writes: the commands and flags, so that sf does not load them only to list them. */
async function manifest(): Promise<unknown> {
  // Otherwise oclif looks for TypeScript to run.
  process.env.OCLIF_TS_NODE = "0";
  const { Plugin } = await import("@oclif/core");
  const plugin = new Plugin({ root: COMMAND_LINE, type: "user", ignoreManifest: true, errorOnManifestCreate: true });
  await plugin.load();
  return plugin.manifest;
}

if (process.argv[1] === import.meta.filename) console.log(await packCommandLine());
