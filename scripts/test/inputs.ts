import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../../build/project.ts";
import { chromiumPath } from "../chromium.ts";
import { javaVersion } from "../gates/java.ts";

const IGNORED: readonly string[] = [".cache", ".git", "node_modules"];

/** Every step depends on these: how it is run, the packages as npm installed them, the build, the compiler's settings. */
export const OF_EVERY_STEP: readonly string[] = [
  "scripts/test",
  "scripts/test.ts",
  "node_modules/.package-lock.json",
  "package.json",
  "build",
  "tsconfig.base.json"
];

let programs: string | undefined;

/** The programs that steps run on, by what they say of themselves. Another Chromium is another file. */
function versions(): string {
  const chromium = chromiumPath();
  const file = chromium === undefined ? undefined : statSync(chromium);
  return [process.version, process.platform, process.arch, process.env.NODE_OPTIONS, javaVersion(), chromium]
    .concat(file ? [String(file.size), String(file.mtimeMs)] : [])
    .join("\n");
}

/**
 * @param paths files and folders below the root
 * @returns one hash over them, over what every step depends on, and over the programs
 */
export function hashOfInputs(paths: readonly string[], root: string = ROOT): string {
  const hash = createHash("sha256").update((programs ??= versions()));
  for (const file of new Set([...OF_EVERY_STEP, ...paths].flatMap((path) => filesIn(join(root, path))))) {
    const content = readFileSync(file);
    // The length keeps the end of one file apart from the beginning of the next.
    hash.update(`\n${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** @returns the file itself, or every file below the folder, but for packages and caches; none where there is nothing */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.includes(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
