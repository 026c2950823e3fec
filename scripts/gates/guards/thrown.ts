import {
  CreatedNameContext,
  CreatorContext,
  ExpressionContext,
  NewExpressionContext,
  ThrowStatementContext,
  TypeRefContext
} from "@apexdevtools/apex-parser";
import { callAt, callsIn, methodsCalled } from "../apex/calls.ts";
import { problemIn, type ApexClass } from "../apex/classes.ts";
import { all, child, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

const SHOWN = "aurahandledexception";
const LEAKING = ["getstacktracestring", "getcause", "getlinenumber"];

/**
 * What Apex throws is a message for the person on the page: an exception of another type reaches the page with its stack
 * trace. Nor does any other text tell what the code looks like.
 */
export const thrownProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes.flatMap((one) => [
    ...all(one.tree, ThrowStatementContext)
      .filter((node) => typeThrown(node, one, classes) !== SHOWN)
      .map((node) => problemIn(one, node, "It throws something that is no AuraHandledException, or can't be told.")),
    ...callsIn(one.tree)
      .filter(({ name }) => LEAKING.includes(name))
      .map(({ tree, name }) => problemIn(one, tree, `What "${name}" gives is not for whoever is on the page.`))
  ]);

/** @returns the type of what is made anew or comes from a method of the project */
function typeThrown(node: ThrowStatementContext, within: ApexClass, classes: readonly ApexClass[]): string {
  const thrown = child(node, ExpressionContext);
  if (thrown instanceof NewExpressionContext) return textOf(child(child(thrown, CreatorContext), CreatedNameContext));
  const call = callAt(thrown);
  const [method] = call ? methodsCalled(call, within, classes) : [];
  return textOf(child(method?.tree, TypeRefContext));
}
