import {
  DotExpressionContext,
  ExpressionContext,
  FormalParameterContext,
  IdContext,
  IdPrimaryContext,
  PrimaryExpressionContext,
  VariableDeclaratorContext
} from "@apexdevtools/apex-parser";
import { callAt, callsIn } from "../apex/calls.ts";
import { problemIn, type ApexClass } from "../apex/classes.ts";
import { all, child, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

const TAKES_TEXT = /^(database\..*quer.*|search\..+)$/;
/** The only text that is run as a query is what the gateway's catalogue holds under a name, and nobody changes that. */
export const queryTextProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes.flatMap((one) => {
    const isGateway = one.name === "mccgateway";
    return [
      ...callsIn(one.tree)
        .filter(({ on, name }) => TAKES_TEXT.test(`${on}.${name}`))
        .filter(({ name, given: [text] }) => !(isGateway && name === "querywithbinds" && isLookup(text)))
        .map(({ tree }) =>
          problemIn(one, tree, "It runs a text as a query that is not catalogue.get(…) of MccGateway.")
        ),
      ...(isGateway ? catalogueProblems(one) : []),
      ...all(one.tree, DotExpressionContext)
        .filter((node) => textOf(node) === "mccqueries.soql" && !(node.parentCtx instanceof VariableDeclaratorContext))
        .map((node) => problemIn(one, node, "MccQueries.SOQL is only for the gateway's catalogue."))
    ];
  });

/** @returns whether an expression is `catalogue.get(…)`, and nothing more */
function isLookup(text: ExpressionContext | undefined): boolean {
  const call = callAt(text);
  return call?.on === "catalogue" && call.name === "get";
}

/** @returns where the catalogue is made of anything but MccQueries.SOQL, or used otherwise than to look a name up */
function catalogueProblems(gateway: ApexClass): Problem[] {
  const declared = [...all(gateway.tree, VariableDeclaratorContext), ...all(gateway.tree, FormalParameterContext)]
    .filter((node) => textOf(child(node, IdContext)) === "catalogue")
    .filter((node) => textOf(node) !== "catalogue=mccqueries.soql");
  const used = all(gateway.tree, IdPrimaryContext)
    .filter((node) => textOf(node) === "catalogue")
    .filter(({ parentCtx }) => {
      const call = parentCtx instanceof PrimaryExpressionContext ? textOf(parentCtx.parentCtx) : "";
      return !/^catalogue\.(get|containskey)\(/.test(call);
    });
  return [
    ...declared.map((node) => problemIn(gateway, node, "The catalogue is not MccQueries.SOQL.")),
    ...used.map((node) => problemIn(gateway, node, "The catalogue is only there to look names up."))
  ];
}
