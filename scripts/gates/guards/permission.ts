import {
  BlockContext,
  ExpressionContext,
  ExpressionStatementContext,
  IfStatementContext,
  LocalVariableDeclarationContext,
  LocalVariableDeclarationStatementContext,
  ParExpressionContext,
  StatementContext,
  ThrowStatementContext,
  VariableDeclaratorContext,
  VariableDeclaratorsContext
} from "@apexdevtools/apex-parser";
import { callAt, methodsCalled } from "../apex/calls.ts";
import { problemIn, type ApexClass, type Method } from "../apex/classes.ts";
import { child, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

/** What lets somebody outside call a method. */
const DOOR = /^(@auraenabled|@remoteaction|@invocablemethod|@http|webservice)/;
const ASKING = "requirepermission";
const NOT_GIVEN = /^\(!featuremanagement\.checkpermission\(('\w+'|\w+)\)\)$/;

/**
 * Each method that a page can call asks for the custom permission before it does anything: its first statement calls
 * `requirePermission`, or a method whose first statement does. And `requirePermission` throws without it.
 */
export const permissionProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes.flatMap((within) =>
    within.methods.flatMap((method) => {
      const message = whyOpen(method, within, classes);
      return message === undefined
        ? []
        : [problemIn(within, (method.name === ASKING && firstStatement(method)) || method.tree, message)];
    })
  );

function whyOpen(method: Method, within: ApexClass, classes: readonly ApexClass[]): string | undefined {
  if (method.name === ASKING)
    return refuses(firstStatement(method))
      ? undefined
      : "requirePermission does not begin with if (!FeatureManagement.checkPermission(…)) throw.";
  if (!method.modifiers.some((modifier) => DOOR.test(modifier))) return undefined;
  const first = called(method, within, classes);
  const next = first && called(first.method, first.within, classes);
  return [first, next].some((one) => one?.method.name === ASKING)
    ? undefined
    : `Anybody may call "${method.tree.id().getText()}": its first statement does not ask for the custom permission.`;
}

const firstStatement = ({ tree }: Method): StatementContext | undefined =>
  child(child(tree, BlockContext), StatementContext);

/** @returns whether a statement throws where the permission is not given */
function refuses(statement: StatementContext | undefined): boolean {
  const condition = child(statement, IfStatementContext);
  const then = child(condition, StatementContext);
  const thrown = child(child(child(then, BlockContext), StatementContext) ?? then, ThrowStatementContext);
  return NOT_GIVEN.test(textOf(child(condition, ParExpressionContext))) && thrown !== undefined;
}

/** @returns the method of the project that a method's first statement calls before anything else, and its class */
function called(
  method: Method,
  within: ApexClass,
  classes: readonly ApexClass[]
): { readonly method: Method; readonly within: ApexClass } | undefined {
  const statement = firstStatement(method);
  const declared = child(child(statement, LocalVariableDeclarationStatementContext), LocalVariableDeclarationContext);
  const variable = child(child(declared, VariableDeclaratorsContext), VariableDeclaratorContext);
  const call = callAt(child(variable ?? child(statement, ExpressionStatementContext), ExpressionContext));
  // What is handed over would be worked out before the call.
  if (!call || call.given.length) return undefined;
  const [target] = methodsCalled(call, within, classes);
  const owner = target && classes.find(({ methods }) => methods.includes(target));
  return owner && { method: target, within: owner };
}
