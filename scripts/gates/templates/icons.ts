// Stays after the first deployment, too: an unknown icon deploys.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";

interface Sprite {
  readonly icons: readonly { readonly sprite: string; readonly symbol: string }[];
}

/** A name that the base components take for an icon's. */
const ICON = /^(?:action|custom|doctype|standard|utility):\w+$/;

const require = createRequire(import.meta.url);
// The package exports its list, but Node 20 can't import JSON as it does.
const list = join(dirname(require.resolve("@salesforce-ux/sds-metadata")), "current/icons.json");
const icons = new Set(
  (JSON.parse(readFileSync(list, "utf8")) as Sprite[]).flatMap(({ icons: some }) =>
    some.map(({ sprite, symbol }) => `${sprite}:${symbol}`)
  )
);

/** @returns why Salesforce shows no icon of this name; nothing where it does */
export const whyNoIcon = (name: string): string | undefined =>
  icons.has(name) ? undefined : `Salesforce has no icon "${name}".`;

/**
 * @param lwc the folder of the project's components
 * @returns texts in scripts that look like an icon's name, and are none
 */
export function scriptIconProblems(lwc: string): Problem[] {
  return filesUnder(lwc, /(?<!\.d)\.ts$/).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
    const problemsIn = (node: ts.Node): Problem[] => {
      const message = ts.isStringLiteral(node) && ICON.test(node.text) && whyNoIcon(node.text);
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      return [...(message ? [{ file, line, message }] : []), ...node.getChildren(source).flatMap(problemsIn)];
    };
    return problemsIn(source);
  });
}
