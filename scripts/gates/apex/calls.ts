import {
  DotExpressionContext,
  DotMethodCallContext,
  ExpressionContext,
  ExpressionListContext,
  MethodCallContext,
  MethodCallExpressionContext,
  type ApexParseTree
} from "@apexdevtools/apex-parser";
import type { ApexClass, Method } from "./classes.ts";
import { all, child, children, textOf } from "./tree.ts";

/** A call such as `Database.query(text)`. */
export interface Call {
  readonly tree: ExpressionContext;
  /** What stands before the dot, in small letters; empty where there is none. */
  readonly on: string;
  /** In small letters. */
  readonly name: string;
  readonly given: readonly ExpressionContext[];
}

/** @returns every call in a tree */
export const callsIn = (tree: ApexParseTree): Call[] =>
  all(tree, ExpressionContext).flatMap((one) => callAt(one) ?? []);

/** @returns the call that an expression is, if it is one */
export function callAt(tree: ExpressionContext | undefined): Call | undefined {
  if (tree instanceof MethodCallExpressionContext) return call(tree, "", child(tree, MethodCallContext));
  if (!(tree instanceof DotExpressionContext)) return undefined;
  const on = textOf(child(tree, ExpressionContext)).replace(/^system\./, "");
  return call(tree, on, child(tree, DotMethodCallContext));
}

function call(
  tree: ExpressionContext,
  on: string,
  method: MethodCallContext | DotMethodCallContext | undefined
): Call | undefined {
  const list = child(method, ExpressionListContext);
  const given = (list ? children(list) : []).filter((one) => one instanceof ExpressionContext);
  return method && { tree, on, name: textOf(method).replace(/\(.*/s, ""), given };
}

/** @returns the methods of the project that a call in a class may mean; none for the platform's and for instances' */
export function methodsCalled(
  { on, name, given }: Call,
  within: ApexClass,
  classes: readonly ApexClass[]
): readonly Method[] {
  const called = on === "" || on === "this" ? within : classes.find((one) => one.name === on);
  return called?.methods.filter((one) => one.name === name && one.parameters.length === given.length) ?? [];
}
