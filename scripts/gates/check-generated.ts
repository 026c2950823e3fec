import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parts } from "../../build/build.ts";
import type { Part } from "../../build/part.ts";
import { filesUnder, LWC, ROOT } from "../../build/project.ts";
import { conclude, type Problem } from "./problems.ts";

/**
 * Makes everything that is generated once more, from nothing, and compares it with what lies there.
 * @param root a project that was built: this one, or a copy of it
 * @param remade the parts of the build that are made once more
 * @returns files that are missing, that differ, and scripts of components that are made from nothing
 */
export async function generatedProblems(root: string, remade: readonly Part[] = parts()): Promise<Problem[]> {
  const made = new Map<string, string>();
  for (const { make } of remade) for (const [file, text] of await make()) made.set(relative(ROOT, file), text);
  const differing = [...made].flatMap(([path, text]) => {
    const file = join(root, path);
    if (!existsSync(file)) return [{ file, line: 1, message: "It is generated, and missing: run the build." }];
    const line = firstDifference(readFileSync(file, "utf8"), text);
    return line === undefined ? [] : [{ file, line, message: "It is generated, and not as built: run the build." }];
  });
  const stray = filesUnder(join(root, relative(ROOT, LWC)), /(?<!\.test)\.js$/)
    .filter((file) => !made.has(relative(root, file)))
    .map((file) => ({
      file,
      line: 1,
      message: "It is made from no TypeScript: remove it, or write it in TypeScript."
    }));
  return [...differing, ...stray];
}

function firstDifference(text: string, other: string): number | undefined {
  if (text === other) return undefined;
  const others = other.split("\n");
  const at = text.split("\n").findIndex((line, index) => line !== others[index]);
  return at < 0 ? others.length : at + 1;
}

if (process.argv[1] === import.meta.filename) conclude("Generated files", ROOT, await generatedProblems(ROOT));
