import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { chromiumPath } from "../chromium.ts";
import { javaVersion } from "../gates/java.ts";

/** What no gate reads but for the packages, which count by the list that npm leaves of them. */
const LEFT_OUT: readonly string[] = [".cache", ".git", "node_modules"];
/** What is below those and counts all the same. */
const COUNTED: readonly string[] = ["node_modules/.package-lock.json", ".cache/tsconfig.components.json"];

/** The programs that a gate runs on, by what they say of themselves. */
export const programs = (): string =>
  [process.version, process.platform, process.arch, process.env.NODE_OPTIONS, javaVersion(), chromium()].join("\n");

/** Another Chromium is another file. */
function chromium(): string {
  const path = chromiumPath();
  if (path === undefined) return "none";
  const { size, mtimeMs } = statSync(path);
  return `${path} ${String(size)} ${String(mtimeMs)}`;
}

/**
 * @param root the project's folder
 * @returns one hash over all that a gate's outcome can depend on: each file of the project, whether git knows it or not
 * and what the build made too; the packages; the programs
 */
export function hashOfInputs(root: string, program: string): string {
  const hash = createHash("sha256");
  // With its length before it, no text can pass for the end of one and the start of the next.
  const add = (text: string | Buffer): void => void hash.update(`${Buffer.byteLength(text)}:`).update(text);
  for (const file of [...filesIn(root), ...COUNTED.map((path) => join(root, path))]) {
    const there = existsSync(file);
    add(relative(root, file));
    add(there ? "there" : "absent");
    if (there) add(readFileSync(file));
  }
  add(program);
  return hash.digest("hex");
}

/** @returns every file of a folder, but for packages and what is made over and over */
export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !LEFT_OUT.includes(name))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? filesIn(path) : [path]));
}
