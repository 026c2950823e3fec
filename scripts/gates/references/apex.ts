// Gone when the scratch-org workflow has passed: a deployment says the same.
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  ExpressionContext,
  FieldExpressionContext,
  FieldNameContext,
  FromNameListContext,
  IdContext,
  LiteralPrimaryContext,
  QueryContext,
  SubQueryContext,
  ValueContext,
  VariableDeclaratorContext,
  type ApexParseTree,
  type ApexParserRuleContext
} from "@apexdevtools/apex-parser";
import { callsIn, methodsCalled } from "../apex/calls.ts";
import { problemIn, type ApexClass } from "../apex/classes.ts";
import { all, child, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

/** A kind of thing that Apex names in a string. */
interface Named {
  readonly kind: string;
  /** The path of its file in the folder of the metadata. */
  readonly file: (name: string) => string;
}

const CUSTOM_PERMISSION: Named = {
  kind: "custom permission",
  file: (name) => `customPermissions/${name}.customPermission-meta.xml`
};
const OBJECT: Named = { kind: "object", file: (name) => `objects/${name}/${name}.object-meta.xml` };

/** Which field of which object holds a name of the project. */
const HOLDS_NAME: ReadonlyMap<string, Named> = new Map([
  ["permissionset.name", { kind: "permission set", file: (name) => `permissionsets/${name}.permissionset-meta.xml` }],
  ["custompermission.developername", CUSTOM_PERMISSION]
]);

/**
 * Looks up what Apex names in strings, in tests as well: neither a compiler nor an org tells one that leads nowhere.
 * @param source the folder that holds `customPermissions/`, `permissionsets/` and so on
 * @param queries the folder of the query catalogue
 */
export const apexNameProblems = (classes: readonly ApexClass[], source: string, queries: string): Problem[] =>
  classes.flatMap((one) => [
    ...permissionsAsked(one).flatMap(missing(one, source, CUSTOM_PERMISSION)),
    ...namesInConditions(one).flatMap(([node, named]) => missing(one, source, named)(node)),
    ...all(one.tree, LiteralPrimaryContext)
      .filter((node) => /^'MCC_\w+__c'$/.test(node.getText()))
      .flatMap(missing(one, source, OBJECT)),
    ...queryNameProblems(one, classes, queries)
  ]);

/** @returns the problem that a literal names nothing, or that what stands there is no literal */
const missing =
  (one: ApexClass, source: string, { kind, file }: Named) =>
  (node: ApexParserRuleContext): Problem[] => {
    const name = literal(node);
    if (name === undefined)
      return [problemIn(one, node, `Which ${kind} "${node.getText()}" is, can't be told: write its name here.`)];
    return existsSync(join(source, file(name))) ? [] : [problemIn(one, node, `There is no ${kind} "${name}".`)];
  };

const literal = (node: ApexParseTree): string | undefined => /^'((?:[^'\\]|\\.)*)'$/.exec(node.getText())?.[1];

/** @returns what stands for the permission in each `checkPermission`: a literal, or that of the constant named there */
const permissionsAsked = (one: ApexClass): ExpressionContext[] =>
  callsIn(one.tree)
    .filter(({ name }) => name === "checkpermission")
    .flatMap(({ given: [asked] }) => {
      const constant = all(one.tree, VariableDeclaratorContext).find(
        (node) => textOf(child(node, IdContext)) === textOf(asked)
      );
      return child(constant, ExpressionContext) ?? asked ?? [];
    });

/** @returns the literals that a query compares with a field that holds a name of the project */
const namesInConditions = (one: ApexClass): [ValueContext, Named][] =>
  all(one.tree, FieldExpressionContext).flatMap((condition) => {
    const path = [objectAsked(condition), ...textOf(child(condition, FieldNameContext)).split(".")];
    const named = HOLDS_NAME.get(path.slice(-2).join("."));
    const values = all(condition, ValueContext).filter((value) => literal(value) !== undefined);
    return named ? values.map((value): [ValueContext, Named] => [value, named]) : [];
  });

/** @returns what the query around a node reads from, in small letters */
function objectAsked({ parentCtx }: ApexParserRuleContext): string {
  if (parentCtx instanceof QueryContext || parentCtx instanceof SubQueryContext)
    return textOf(child(parentCtx, FromNameListContext));
  return parentCtx ? objectAsked(parentCtx) : "";
}

/** Each argument for a parameter called `query` is a name of the catalogue, or such a parameter handed on. */
const queryNameProblems = (one: ApexClass, classes: readonly ApexClass[], queries: string): Problem[] =>
  callsIn(one.tree).flatMap((call) => {
    const at = methodsCalled(call, one, classes)[0]?.parameters.indexOf("query") ?? -1;
    const given = call.given[at];
    if (!given || textOf(given) === "query" || existsSync(join(queries, `${literal(given) ?? ""}.soql`))) return [];
    return [problemIn(one, given, `The query catalogue has no ${given.getText()}.`)];
  });
