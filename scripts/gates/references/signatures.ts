// Stays after the first deployment, too: no platform tool holds TypeScript against Apex.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";

/** The name of a module that stands for an Apex method: its class, and its own name. */
export const APEX_METHOD = /^@salesforce\/apex\/(\w+)\.(\w+)$/;

/**
 * Holds what TypeScript believes of Apex methods against the classes. Apex takes arguments by name, and gives null for
 * one that it does not know, without a word.
 * @param source the folder that holds `classes/`
 * @param declarations the folder of the declarations
 * @returns declarations whose parameters are named otherwise than the method's
 */
export function signatureProblems(source: string, declarations: string): Problem[] {
  return filesUnder(declarations, /\.d\.ts$/).flatMap((file) => {
    const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
    return tree.statements.filter(ts.isModuleDeclaration).flatMap((module) => {
      const [, className = "", method = ""] = APEX_METHOD.exec(module.name.text) ?? [];
      const declared = declaredNames(module);
      const taken = takenNames(join(source, "classes", `${className}.cls`), method);
      if (!declared || !taken || declared.join() === taken.join()) return [];
      const line = tree.getLineAndCharacterOfPosition(module.name.getStart(tree)).line + 1;
      const message = `${className}.${method} takes (${taken.join(", ")}), not (${declared.join(", ")}).`;
      return [{ file, line, message }];
    });
  });
}

/** The names in the one object that a call hands over, in alphabetical order. */
function declaredNames({ body }: ts.ModuleDeclaration): string[] | undefined {
  const statements: readonly ts.Statement[] = body && ts.isModuleBlock(body) ? body.statements : [];
  const call = statements.find(ts.isFunctionDeclaration);
  const type = call?.parameters[0]?.type;
  const members = type && ts.isTypeLiteralNode(type) ? type.members : [];
  return call && members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : [])).sort();
}

function takenNames(file: string, method: string): string[] | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const parameters = new RegExp(`@AuraEnabled\\b[^;{}]*\\bstatic\\b[^;{}(]*\\b${method}\\s*\\(([^)]*)\\)`, "i").exec(
    text
  );
  return parameters?.[1]
    ?.split(",")
    .flatMap((parameter) => /(\w+)\s*$/.exec(parameter)?.[1] ?? [])
    .sort();
}
