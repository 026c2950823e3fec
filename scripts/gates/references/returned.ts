// Stays after the first deployment, too: no platform tool holds TypeScript against Apex.
import { TypeRefContext } from "@apexdevtools/apex-parser";
import ts from "typescript";
import { isAuraEnabled, type ApexClass } from "../apex/classes.ts";
import { classNamed, fieldsOf } from "../apex/fields.ts";
import { child, textOf } from "../apex/tree.ts";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";
import { APEX_METHOD } from "./signatures.ts";

const BASIC: Readonly<Record<string, string>> = {
  boolean: "boolean",
  string: "string",
  id: "string",
  integer: "number",
  long: "number",
  decimal: "number",
  double: "number",
  void: "nothing"
};

/**
 * Holds what TypeScript believes Apex methods to return against the classes. A field that is called otherwise is just
 * not there.
 * @param declarations the folder of the declarations
 */
export function returnedProblems(classes: readonly ApexClass[], declarations: string): Problem[] {
  const files = filesUnder(declarations, /\.d\.ts$/);
  const program = ts.createProgram(files, { strict: true, noEmit: true, types: [], lib: ["lib.es5.d.ts"] });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const tree = program.getSourceFile(file);
    return (tree?.statements ?? []).flatMap((module) => {
      if (!tree || !ts.isModuleDeclaration(module)) return [];
      const [, className = "", method = ""] = APEX_METHOD.exec(module.name.text) ?? [];
      const believed = returnType(module, checker);
      const given = shapeGiven(className.toLowerCase(), method.toLowerCase(), classes);
      if (!believed || given === undefined || given === shape(believed, checker)) return [];
      const line = tree.getLineAndCharacterOfPosition(module.name.getStart(tree)).line + 1;
      const message = `${className}.${method} gives ${given}, not ${shape(believed, checker)}.`;
      return [{ file, line, message }];
    });
  });
}

/** @returns what is in the promise that the module's function gives */
function returnType({ body }: ts.ModuleDeclaration, checker: ts.TypeChecker): ts.Type | undefined {
  const call = body && ts.isModuleBlock(body) ? body.statements.find(ts.isFunctionDeclaration) : undefined;
  const signature = call && checker.getSignatureFromDeclaration(call);
  return signature && checker.getAwaitedType(signature.getReturnType());
}

function shapeGiven(className: string, name: string, classes: readonly ApexClass[]): string | undefined {
  const within = classes.find((one) => one.name === className);
  const method = within?.methods.find((one) => one.name === name && isAuraEnabled(one));
  return within && method && apexShape(textOf(child(method.tree, TypeRefContext)) || "void", within, classes);
}

/** @returns what a page gets for an Apex type, such as `list of { name: string }` */
function apexShape(type: string, within: ApexClass, classes: readonly ApexClass[]): string {
  const item = /^list<(.*)>$/.exec(type)?.[1] ?? /^(.*)\[\]$/.exec(type)?.[1];
  if (item !== undefined) return `list of ${apexShape(item, within, classes)}`;
  const declared = classNamed(type, within, classes);
  if (!declared) return BASIC[type] ?? type;
  const given = fieldsOf(declared.tree).filter(isAuraEnabled);
  return shapeOf(given.map((field) => [field.name, apexShape(field.type, declared.within, classes)]));
}

/** @returns the same for a type of TypeScript, where what may be null counts as what it is otherwise */
function shape(declared: ts.Type, checker: ts.TypeChecker): string {
  const type = checker.getNonNullableType(declared);
  const [item] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  if (item) return `list of ${shape(item, checker)}`;
  // A choice of texts is text.
  const basic = checker.getBaseTypeOfLiteralType(type);
  if (basic.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike))
    return checker.typeToString(basic);
  if (basic.flags & ts.TypeFlags.Void) return "nothing";
  return shapeOf(type.getProperties().map((one) => [one.name, shape(checker.getTypeOfSymbol(one), checker)]));
}

const shapeOf = (fields: readonly (readonly [name: string, shape: string])[]): string =>
  `{ ${fields
    .map(([name, what]) => `${name}: ${what}`)
    .sort()
    .join(", ")} }`;
