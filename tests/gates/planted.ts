import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../../build/project.ts";
import type { Plant } from "./plant.ts";

/** What the gates look at. */
const COPIED = [
  ".cache/tsconfig.components.json",
  ".forceignore",
  ".github",
  ".oxlintrc.json",
  "checklist",
  "command-line",
  "config",
  "docs/examples",
  "force-app",
  "local/page",
  "sfdx-project.json",
  "tests/sf/package.json",
  "tsconfig.base.json",
  "types"
];

/**
 * Copies the project as it was built.
 * @returns the copy's folder; the caller removes it
 */
export function copyOfProject(): string {
  const root = mkdtempSync(join(tmpdir(), "mcc-health-planted-"));
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (file) => !/__tests__|node_modules/.test(file)
    });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  return root;
}

/**
 * Puts errors into a copy.
 * @throws {Error} when a text to change is not there: the plant has to follow the project
 */
export function plant(root: string, plants: readonly Plant[]): void {
  for (const one of plants) put(root, one);
}

/** Takes errors out of a copy again: copying takes longer than most gates. */
export function uproot(root: string, plants: readonly Plant[]): void {
  for (const { file } of plants) {
    const [original, path] = [join(ROOT, file), join(root, file)];
    if (existsSync(original)) copyFileSync(original, path);
    else rmSync(path, { force: true });
    const folder = dirname(path);
    if (!existsSync(dirname(original))) rmSync(folder, { recursive: true, force: true });
  }
}

function put(root: string, { what, file, change }: Plant): void {
  const path = join(root, file);
  if (change === "remove") {
    rmSync(path);
    return;
  }
  const text = "text" in change ? change.text : replaced(readFileSync(path, "utf8"), change);
  if (text === undefined) throw new Error(`"${what}" can't be planted: ${file} no longer holds the text to change.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function replaced(text: string, [from, to]: readonly [string | RegExp, string]): string | undefined {
  const changed = text.replace(from, to);
  return changed === text ? undefined : changed;
}

/** @returns the line on which a plant has to be told; nothing where the file itself is wrong */
export function lineOf({ file, change, at }: Plant): number | undefined {
  if (at) return lineAt(readFileSync(join(ROOT, at[0]), "utf8"), at[1]);
  if (change === "remove") return undefined;
  if ("text" in change) return lineAt(change.text, "/* here */");
  return lineAt(readFileSync(join(ROOT, file), "utf8"), change[0]);
}

function lineAt(text: string, what: string | RegExp): number | undefined {
  const at = typeof what === "string" ? text.indexOf(what) : text.search(what);
  return at < 0 ? undefined : text.slice(0, at).split("\n").length;
}
