import { parseQuery, type Query, type QueryBase } from "@jetstreamapp/soql-parser-js";
import { RestError } from "../rest-error.ts";
import { keyOf, type Key, type Row } from "../store.ts";
import { aggregateOf, isAggregate, isCount } from "./aggregate.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { sorted } from "./order.ts";
import { keyAt, objectOf, pathOf, writtenAs, type Source } from "./path.ts";
import { selectionOf, type ChildQuery, type Column, type Shaped } from "./select.ts";
import { filterOf, type SemiJoin } from "./where.ts";

/** What a query answers. Rows are shaped when they are read, so that a page costs a page. */
export interface Answer {
  readonly totalSize: number;
  /** How many rows there are to read: none for `SELECT COUNT()`. */
  readonly length: number;
  readonly columns: readonly Column[];
  readonly records: (from: number, to: number) => Shaped[];
}

/** Source: SOQL and SOSL Reference, "OFFSET". */
const DEEPEST_OFFSET = 2000;

const NOT_KNOWN: Partial<Record<keyof QueryBase, string>> = {
  usingScope: "USING SCOPE",
  having: "HAVING",
  withDataCategory: "WITH DATA CATEGORY",
  withSecurityEnforced: "WITH SECURITY_ENFORCED",
  withAccessLevel: "WITH USER_MODE",
  for: "FOR",
  update: "UPDATE"
};

/**
 * Runs one SOQL query.
 * @throws {RestError} as an org would: MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, …
 */
export function runQuery(context: Context): Answer {
  const query = parse(context.soql);
  checkClauses(context, query);
  const source: Source = { type: objectOf(context, query.sObject ?? ""), alias: query.sObjectAlias };
  const filter = filterOf(context, source, query.where, semiJoinOf(context));
  const matches = (): Row[] => filter.candidates(context.store.table(source.type.name)).filter(filter.matches);

  if (isCount(query)) return { totalSize: slice(matches(), query).length, length: 0, columns: [], records: () => [] };
  if (isAggregate(query)) {
    const { groups, columns } = aggregateOf(context, source, query);
    const found = slice(groups(matches()), query);
    return answerOf(found, columns, (group) => group);
  }
  const children = childQueryOf(context, source);
  const { shape, columns } = selectionOf(context, source, query.fields ?? [], query.limit, children);
  const order = orderOf(context, source, query);
  return answerOf(slice(order(matches()), query), columns, shape);
}

function answerOf<Item>(items: readonly Item[], columns: readonly Column[], shape: (item: Item) => Shaped): Answer {
  const { length } = items;
  return { totalSize: length, length, columns, records: (from, to) => items.slice(from, to).map(shape) };
}

function parse(soql: string): Query {
  try {
    return parseQuery(soql);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = /found(?: -->|:)\s*('[^']*'|\S+)/.exec(message)?.[1] ?? message;
    throw new RestError("MALFORMED_QUERY", `unexpected token: ${found === "''" ? "'<EOF>'" : found}`);
  }
}

function checkClauses(context: Context, query: QueryBase): void {
  for (const [clause, name] of Object.entries(NOT_KNOWN))
    if (query[clause as keyof QueryBase] !== undefined) throw unsupported(context, name);
  if ((query.offset ?? 0) > DEEPEST_OFFSET)
    throw fail(context, "NUMBER_OUTSIDE_VALID_RANGE", "OFFSET", "Maximum SOQL offset allowed is 2000");
}

function orderOf(context: Context, source: Source, { orderBy }: QueryBase): (rows: readonly Row[]) => readonly Row[] {
  const criteria = [orderBy ?? []].flat().map((clause) => {
    if ("fn" in clause) throw unsupported(context, clause.fn.functionName ?? "a function");
    return { clause, key: keyAt(context, pathOf(context, source, clause.field)) };
  });
  return (rows) => sorted(rows, criteria);
}

const slice = <Item>(items: readonly Item[], { offset = 0, limit = Infinity }: QueryBase): readonly Item[] =>
  items.slice(offset, offset + limit);

const semiJoinOf =
  (context: Context): SemiJoin =>
  (query) => {
    checkClauses(context, query);
    const source: Source = { type: objectOf(context, query.sObject ?? ""), alias: query.sObjectAlias };
    const [selected, ...more] = query.fields ?? [];
    if (selected?.type !== "Field" || more.length)
      throw fail(context, "MALFORMED_QUERY", "SELECT", "Only one root field is allowed in a semi join sub-select");
    const key = keyAt(context, pathOf(context, source, writtenAs(selected)));
    const filter = filterOf(context, source, query.where, semiJoinOf(context));
    const keys = new Set<Key>();
    for (const row of filter.candidates(context.store.table(source.type.name)))
      if (filter.matches(row)) keys.add(key(row));
    keys.delete(null);
    return keys;
  };

function childQueryOf(context: Context, parent: Source): ChildQuery {
  return (query) => {
    checkClauses(context, query);
    const child = parent.type.child(query.relationshipName);
    const type = child && context.schema.objectType(child.object);
    const pointer = child && context.schema.childField(parent.type, child);
    if (!child || !type || !pointer)
      throw fail(
        context,
        "INVALID_TYPE",
        query.relationshipName,
        `Didn't understand relationship '${query.relationshipName}' in FROM part of query call.`
      );
    context.touched.add(type.name);
    const source: Source = { type, alias: query.sObjectAlias };
    const filter = filterOf(context, source, query.where, semiJoinOf(context));
    const order = orderOf(context, source, query);
    const noChildren: ChildQuery = () => {
      throw unsupported(context, "a child query within a child query");
    };
    const { shape, columns } = selectionOf(context, source, query.fields ?? [], query.limit, noChildren);
    return {
      name: child.relationshipName,
      columns,
      shape: (row) => {
        const children = context.store.table(type.name).lookup(pointer, [keyOf(parentId, row.values.Id)]);
        const records = slice(order(children.filter(filter.matches)), query).map(shape);
        return records.length ? { totalSize: records.length, done: true, records } : null;
      }
    };
  };
}

const parentId = { name: "Id", type: "id", relationshipName: null, referenceTo: null } as const;
