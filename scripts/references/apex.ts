import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../build/project.ts";
import type { Problem } from "../problems.ts";

const CHECKED = /checkPermission\(\s*(?:'(\w+)'|(\w+))\s*\)/g;

/**
 * @param source the folder that holds `classes/` and `customPermissions/`
 * @returns custom permissions that Apex asks for by a name that none has: the answer would always be no
 */
export function permissionNameProblems(source: string): Problem[] {
  return filesUnder(join(source, "classes"), /\.cls$/).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return Array.from(text.matchAll(CHECKED)).flatMap(({ 1: literal, 2: constant = "", index }) => {
      const assigned = new RegExp(`\\b${constant}\\s*=\\s*'(\\w+)'`).exec(text);
      const name = literal ?? assigned?.[1];
      const at = literal === undefined ? (assigned?.index ?? index) : index;
      if (name === undefined || existsSync(join(source, "customPermissions", `${name}.customPermission-meta.xml`)))
        return [];
      return [
        { file, line: text.slice(0, at).split("\n").length, message: `There is no custom permission "${name}".` }
      ];
    });
  });
}
