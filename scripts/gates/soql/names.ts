import {
  ApexErrorListener,
  ApexParser,
  ApexParserFactory,
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderContext,
  FromNameListContext,
  SelectEntryContext,
  SoqlIdContext,
  QueryContext,
  SubQueryContext,
  type ApexParserRuleContext,
  type ApexParseTree
} from "@apexdevtools/apex-parser";
import type { ObjectType, Schema } from "../../../local/embedded-org/schema.ts";
import { children } from "../apex/tree.ts";
import { conditionProblems } from "./conditions.ts";

export interface SoqlProblem {
  readonly line: number;
  readonly message: string;
}

class Listener extends ApexErrorListener {
  readonly problems: SoqlProblem[] = [];
  override apexSyntaxError(line: number, _column: number, message: string): void {
    this.problems.push({ line, message: `This is no SOQL: ${message}.` });
  }
}

/**
 * Reads a query with Apex's own grammar, binds and all, and looks each name in it up.
 * @returns the syntax errors; without any, the objects, fields and relationships that the schema does not have, and what
 * fields can't be compared with or sorted by
 */
export function soqlProblems(text: string, schema: Schema): SoqlProblem[] {
  const listener = new Listener();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  const query = parser.query();
  const next = parser.getCurrentToken();
  if (next.type !== ApexParser.EOF) listener.apexSyntaxError(next.line, next.column, `it ends before "${next.text}"`);
  return listener.problems.length ? listener.problems : queryProblems(query, undefined, schema);
}

/**
 * Looks up each name in the queries that stand in brackets in an Apex class.
 * @param text the class; its syntax is the Apex checker's to judge
 */
export function inlineSoqlProblems(text: string, schema: Schema): SoqlProblem[] {
  const { parser } = ApexParserFactory.createLexerAndParser(text, new Listener());
  const search = (node: ApexParseTree): SoqlProblem[] =>
    node instanceof QueryContext ? queryProblems(node, undefined, schema) : children(node).flatMap(search);
  return search(parser.compilationUnit());
}

/** @param outer the object of the query around this one, when this one asks for its child rows */
function queryProblems(
  query: QueryContext | SubQueryContext,
  outer: ObjectType | undefined,
  schema: Schema
): SoqlProblem[] {
  const from = query.fromNameList().fieldName(0);
  const name = from.getText();
  const object = schema.objectType(outer ? (outer.child(name)?.object ?? "") : name);
  if (object) return children(query).flatMap((child) => nameProblems(child, object, schema));
  return [
    problemAt(from, outer ? `${outer.name} has no child relationship "${name}".` : `There is no object "${name}".`)
  ];
}

function nameProblems(node: ApexParseTree, object: ObjectType, schema: Schema): SoqlProblem[] {
  if (isAlias(node))
    return [problemAt(node, `"${node.getText()}" stands after a name: a comma or a clause is missing.`)];
  if (node instanceof FromNameListContext)
    return children(node)
      .slice(1)
      .flatMap((child) => nameProblems(child, object, schema));
  if (node instanceof FieldNameContext) {
    const message = whyNoField(node.getText().split("."), object, schema);
    return message ? [problemAt(node, message)] : [];
  }
  if (node instanceof SubQueryContext) {
    return queryProblems(node, node.parentCtx instanceof SelectEntryContext ? object : undefined, schema);
  }
  const inside = children(node).flatMap((child) => nameProblems(child, object, schema));
  if (node instanceof FieldExpressionContext || node instanceof FieldOrderContext)
    inside.push(...conditionProblems(node, object, schema).map((message) => problemAt(node, message)));
  return inside;
}

/** The grammar takes any word after a name for an alias, which hides mistakes and which the catalogue has no use for. */
function isAlias(node: ApexParseTree): node is SoqlIdContext {
  if (!(node instanceof SoqlIdContext)) return false;
  const { parentCtx } = node;
  return (
    parentCtx instanceof FromNameListContext ||
    (parentCtx instanceof SelectEntryContext && Boolean(parentCtx.fieldName()))
  );
}

function whyNoField([name = "", ...rest]: readonly string[], object: ObjectType, schema: Schema): string | undefined {
  if (!rest.length) return object.field(name) ? undefined : `${object.name} has no field "${name}".`;
  const parent = schema.objectType(object.parent(name)?.referenceTo ?? "");
  return parent ? whyNoField(rest, parent, schema) : `${object.name} has no relationship "${name}".`;
}

const problemAt = (node: ApexParserRuleContext, message: string): SoqlProblem => ({ line: node.start.line, message });
