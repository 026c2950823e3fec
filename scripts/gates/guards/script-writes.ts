// Stays after the first deployment, too: no platform tool knows which of our files may write to an org.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { filesUnder } from "../../../build/project.ts";
import { WRITERS } from "../../../config/writers.ts";
import type { Problem } from "../problems.ts";

/** What runs in an org, or talks to one. */
const FOLDERS: readonly string[] = ["checklist", "command-line", "force-app", "local/page"];
const LEFT_OUT = /\.test\.ts$|\.d\.ts$|[\\/](?:__tests__|testing|node_modules)[\\/]/;

const METHODS: readonly string[] = ["POST", "PUT", "PATCH", "DELETE"];
/** Methods of jsforce and the platform's modules that write records. */
const CALLS: readonly string[] = ["requestPost", "requestPut", "requestPatch", "requestDelete", "sobject", "destroy"];
/** Of a connection; those of one argument are somebody else's, such as `hash.update(text)`. */
const CALLS_OF_TWO: readonly string[] = ["create", "insert", "update", "upsert", "del", "delete"];
const MODULES = /^(?:@salesforce\/apex\/MccFixer\.(?:intend|act|close)|lightning\/(?:ui\w*Record\w*Api|graphql))$/;

/**
 * @param root the folder with `force-app/`, `command-line/` and `local/`
 * @returns each place from which a script could write to an org and that `config/writers.ts` does not list
 */
export const scriptWriteProblems = (root: string): Problem[] => [
  ...listedForNothing(root),
  ...FOLDERS.flatMap((folder) => filesUnder(join(root, folder), /\.ts$/))
    .filter((file) => !LEFT_OUT.test(file))
    .flatMap((file) => {
      const path = relative(root, file).replaceAll("\\", "/");
      const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
      return WRITERS[path] === undefined
        ? waysIn(tree).map(([node, what]) => ({
            file,
            line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
            message: `${what} could write to an org. Only the files in config/writers.ts may.`
          }))
        : [];
    })
];

const listedForNothing = (root: string): Problem[] =>
  Object.keys(WRITERS)
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => ({ file: join(root, "config", "writers.ts"), line: 1, message: `There is no ${path}.` }));

function waysIn(node: ts.Node): [ts.Node, string][] {
  const below = node.getChildren().flatMap(waysIn);
  const what = wayAt(node);
  return what === undefined ? below : [[node, what], ...below];
}

function wayAt(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) {
    const isImported = ts.isImportDeclaration(node.parent) || ts.isCallExpression(node.parent);
    return METHODS.includes(node.text) || (isImported && MODULES.test(node.text)) ? `"${node.text}"` : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const called = node.expression.name.text;
  const writes = CALLS.includes(called) || (CALLS_OF_TWO.includes(called) && node.arguments.length > 1);
  return writes ? `.${called}()` : undefined;
}
