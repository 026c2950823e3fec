import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where things lie. Every path that leaves this module is absolute. */
export const ROOT = dirname(import.meta.dirname);
export const CHECKLIST = join(ROOT, "checklist");
export const METADATA = join(ROOT, "force-app/main/default");
export const LWC = join(METADATA, "lwc");
export const CACHE = join(ROOT, ".cache");

/** @returns the files below a folder whose path matches, sorted; none where there is no such folder */
export function filesUnder(folder: string, matching: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => matching.test(file))
    .sort();
}

/** The files that the checklist consists of, without what only its tests need. */
export const checklistSources = (): string[] =>
  filesUnder(CHECKLIST, /\.ts$|\/en\.json$/).filter(
    (file) => !/\.test\.ts$|\/testing\//.test(file.replaceAll("\\", "/"))
  );

/** A component's own TypeScript, without its tests. */
export const componentSources = (): string[] =>
  filesUnder(LWC, /\.ts$/).filter((file) => !/\/__tests__\/|\.d\.ts$/.test(file.replaceAll("\\", "/")));
