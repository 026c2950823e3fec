import { parseQuery, type Query, type QueryBase } from "@jetstreamapp/soql-parser-js";
import { RestError } from "../rest-error.ts";
import type { ObjectType } from "../schema.ts";
import type { Key, Row } from "../store.ts";
import { aggregateOf, isAggregate } from "./aggregate.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { sorted } from "./order.ts";
import { checkUse, keyAt, objectOf, pathOf, writtenAs } from "./path.ts";
import { selectionOf, type Column, type Shaped } from "./select.ts";
import { filterOf, type SemiJoin } from "./where.ts";

/** The result of a query. Rows are shaped when they are read, so that a page costs a page. */
export interface Answer {
  readonly totalSize: number;
  readonly columns: readonly Column[];
  readonly records: (from: number, to: number) => Shaped[];
}

/** Source: SOQL and SOSL Reference, "OFFSET". */
const DEEPEST_OFFSET = 2000;

const UNSUPPORTED: Partial<Record<keyof QueryBase, string>> = {
  sObjectAlias: "an alias of an object",
  usingScope: "USING SCOPE",
  having: "HAVING",
  withDataCategory: "WITH DATA CATEGORY",
  withSecurityEnforced: "WITH SECURITY_ENFORCED",
  withAccessLevel: "WITH USER_MODE",
  for: "FOR",
  update: "UPDATE"
};

/**
 * Runs one SOQL query, of the kinds that the checks and the commands use.
 * @throws {RestError} as an org would: MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, …
 */
export function runQuery(context: Context): Answer {
  const query = parse(context.soql);
  checkClauses(context, query);
  const type = objectOf(context, query.sObject ?? "");
  const filter = filterOf(context, type, query.where, semiJoinOf(context));
  const matches = (): Row[] => filter.candidates(context.store.table(type.name)).filter(filter.matches);

  if (isAggregate(query)) {
    const { groups, columns } = aggregateOf(context, type, query);
    return answerOf(slice(groups(matches()), query), columns, (group) => group);
  }
  const { shape, columns } = selectionOf(context, type, query.fields ?? []);
  const order = orderOf(context, type, query);
  return answerOf(slice(order(matches()), query), columns, shape);
}

const answerOf = <Item>(items: readonly Item[], columns: readonly Column[], shape: (item: Item) => Shaped): Answer => ({
  totalSize: items.length,
  columns,
  records: (from, to) => items.slice(from, to).map(shape)
});

/** Parsing takes longer than answering, and the same is asked again and again: by each run, and of each org. */
const parsed = new Map<string, Query>();
const PARSED_AT_MOST = 2_000;

function parse(soql: string): Query {
  const known = parsed.get(soql);
  if (known) return known;
  try {
    const query = parseQuery(soql);
    if (parsed.size >= PARSED_AT_MOST) parsed.clear();
    parsed.set(soql, query);
    return query;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = /found(?: -->|:)\s*('[^']*'|\S+)/.exec(message)?.[1] ?? message;
    throw new RestError("MALFORMED_QUERY", `unexpected token: ${found === "''" ? "'<EOF>'" : found}`);
  }
}

function checkClauses(context: Context, query: QueryBase): void {
  for (const [clause, name] of Object.entries(UNSUPPORTED))
    if (query[clause as keyof QueryBase] !== undefined) throw unsupported(context, name);
  if ((query.offset ?? 0) > DEEPEST_OFFSET)
    throw fail(context, "NUMBER_OUTSIDE_VALID_RANGE", "OFFSET", "Maximum SOQL offset allowed is 2000");
}

function orderOf(context: Context, type: ObjectType, { orderBy }: QueryBase): (rows: readonly Row[]) => readonly Row[] {
  const criteria = [orderBy ?? []].flat().map((clause) => {
    if ("fn" in clause) throw unsupported(context, clause.fn.functionName ?? "a function");
    const path = pathOf(context, type, clause.field);
    checkUse(context, path, "sorted");
    return { clause, key: keyAt(context, path) };
  });
  return (rows) => sorted(rows, criteria);
}

const slice = <Item>(items: readonly Item[], { offset = 0, limit = Infinity }: QueryBase): readonly Item[] =>
  items.slice(offset, offset + limit);

const semiJoinOf =
  (context: Context): SemiJoin =>
  (query) => {
    checkClauses(context, query);
    const type = objectOf(context, query.sObject ?? "");
    const [selected, ...more] = query.fields ?? [];
    if (selected?.type !== "Field" || more.length)
      throw fail(context, "MALFORMED_QUERY", "SELECT", "Only one root field is allowed in a semi join sub-select");
    const key = keyAt(context, pathOf(context, type, writtenAs(selected)));
    const filter = filterOf(context, type, query.where, semiJoinOf(context));
    const keys = new Set<Key>();
    for (const row of filter.candidates(context.store.table(type.name))) if (filter.matches(row)) keys.add(key(row));
    keys.delete(null);
    return keys;
  };
