import type { ApexParserRuleContext, ApexParseTree } from "@apexdevtools/apex-parser";

/** A kind of node of Apex's grammar. */
export type Kind<T> = abstract new (...given: never[]) => T;

export function children(node: ApexParseTree): readonly ApexParseTree[] {
  return "children" in node && Array.isArray(node.children) ? (node.children as ApexParseTree[]) : [];
}

/** @returns the first child of a kind; where there is no node, none */
export const child = <T>(node: ApexParseTree | undefined, kind: Kind<T>): T | undefined =>
  node && children(node).find((one): one is ApexParseTree & T => one instanceof kind);

/** @returns every node of a kind in a tree, the root with it */
export function all<T>(node: ApexParseTree, kind: Kind<T>): T[] {
  const below = children(node).flatMap((one) => all(one, kind));
  return node instanceof kind ? [node, ...below] : below;
}

/** @returns the node's text in small letters, which Apex takes for the same, without spaces and comments */
export const textOf = (node: ApexParseTree | undefined): string => node?.getText().toLowerCase() ?? "";

export const lineOf = ({ start }: ApexParserRuleContext): number => start.line;
