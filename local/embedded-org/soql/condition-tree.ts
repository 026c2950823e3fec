import type { Condition, ConditionWithValueQuery, WhereClause } from "@jetstreamapp/soql-parser-js";
import { RestError } from "../rest-error.ts";

/** A WHERE clause as a tree; the parser gives it as a chain with counted parentheses. */
export type Tree =
  | { readonly kind: "and" | "or"; readonly parts: readonly Tree[] }
  | { readonly kind: "not"; readonly part: Tree }
  | { readonly kind: "leaf"; readonly condition: Leaf };

export type Leaf = Exclude<ConditionWithValueQuery, { openParen: number } & Partial<Record<"field", never>>>;

type Token = "(" | ")" | "AND" | "OR" | "NOT" | Leaf;

function tokensOf(clause: WhereClause): Token[] {
  const tokens: Token[] = [];
  for (let at: WhereClause | undefined = clause; at; at = "right" in at ? at.right : undefined) {
    const left: Condition | ConditionWithValueQuery | null = at.left;
    for (let open = left?.openParen ?? 0; open > 0; open--) tokens.push("(");
    if (left && "operator" in left) {
      tokens.push(left);
      for (let close = left.closeParen ?? 0; close > 0; close--) tokens.push(")");
    }
    if ("operator" in at) tokens.push(at.operator);
  }
  return tokens;
}

/** @throws {RestError} MALFORMED_QUERY: AND and OR stand side by side without parentheses, as the platform demands */
export function treeOf(clause: WhereClause): Tree {
  const tokens = tokensOf(clause);
  let at = 0;

  const operand = (): Tree => {
    const token = tokens[at++];
    if (token === "NOT") return { kind: "not", part: operand() };
    if (token === "(") {
      const inner = expression();
      at++;
      return inner;
    }
    if (typeof token !== "object") throw unexpected(token);
    return { kind: "leaf", condition: token };
  };

  const expression = (): Tree => {
    const parts = [operand()];
    const operator = tokens[at];
    if (operator !== "AND" && operator !== "OR") return parts[0] as Tree;
    while (tokens[at] === operator) {
      at++;
      parts.push(operand());
    }
    return { kind: operator === "AND" ? "and" : "or", parts };
  };

  const tree = expression();
  if (at < tokens.length) throw unexpected(tokens[at]);
  return tree;
}

const unexpected = (token: Token | undefined): RestError =>
  new RestError("MALFORMED_QUERY", `unexpected token: '${typeof token === "string" ? token : "<EOF>"}'`);
