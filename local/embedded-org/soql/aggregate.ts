import type {
  FieldFunctionExpression,
  FieldType as Selected,
  FunctionExp,
  QueryBase
} from "@jetstreamapp/soql-parser-js";
import type { ObjectType } from "../schema.ts";
import type { Key, Row, Value } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { sorted } from "./order.ts";
import { checkUse, keyAt, parentAt, pathOf, valueOf, writtenAs, type Path } from "./path.ts";
import { columnOf, type Column, type Shaped } from "./select.ts";

type Rows = readonly Row[];

/** Reads a value from the rows of a group. */
type Reader = (rows: Rows) => Value;

export interface Aggregation {
  readonly groups: (rows: Rows) => Shaped[];
  readonly columns: readonly Column[];
}

/** @returns whether a query selects groups of rows */
export const isAggregate = ({ fields, groupBy }: QueryBase): boolean =>
  groupBy !== undefined ||
  (fields ?? []).some((field) => field.type === "FieldFunctionExpression" && field.isAggregateFn);

/** @throws {RestError} an unknown name, a field that is not grouped, a function other than COUNT and MAX */
export function aggregateOf(context: Context, type: ObjectType, query: QueryBase): Aggregation {
  const paths = [query.groupBy ?? []].flat().map((clause) => {
    if ("fn" in clause) throw unsupported(context, clause.fn.functionName ?? "a function");
    const path = pathOf(context, type, clause.field);
    checkUse(context, path, "grouped");
    return path;
  });
  const keys = paths.map((path) => keyAt(context, path));
  let unnamed = 0;
  const columns = (query.fields ?? []).map(readColumn);
  const criteria = [query.orderBy ?? []].flat().map((clause) => {
    const value = "fn" in clause ? calculate(clause.fn) : grouped(clause.field);
    return { clause, key: (rows: Rows): Key => sortKey(value(rows)) };
  });

  return { columns: columns.map(({ column }) => column), groups };

  function groups(rows: Rows): Shaped[] {
    // Without GROUP BY, all rows are one group, even if there are none.
    const byKey = new Map<string, Row[]>(paths.length ? [] : [["[]", []]]);
    for (const row of rows) {
      const key = JSON.stringify(keys.map((at) => at(row)));
      const group = byKey.get(key);
      if (group) group.push(row);
      else byKey.set(key, [row]);
    }
    return sorted([...byKey.values()], criteria).map((group) => ({
      attributes: { type: "AggregateResult" },
      ...Object.fromEntries(columns.map(({ column, value }) => [column.columnName, value(group)]))
    }));
  }

  function readColumn(field: Selected): { column: Column; value: Reader } {
    if (field.type === "FieldFunctionExpression") {
      const name = field.alias ?? `expr${String(unnamed++)}`;
      const displayName = field.rawValue ?? name;
      return { column: columnOf(name, { displayName, aggregate: true }), value: calculate(field) };
    }
    if (field.type !== "Field" && field.type !== "FieldRelationship") throw unsupported(context, field.type);
    const written = writtenAs(field);
    const alias = "alias" in field ? field.alias : undefined;
    const name = alias ?? pathOf(context, type, written).field.name;
    return { column: columnOf(name), value: grouped(written) };
  }

  function grouped(written: string): Reader {
    const path = pathOf(context, type, written);
    const same = (other: Path): boolean =>
      other.name === path.name &&
      other.steps.map(({ name }) => name).join() === path.steps.map(({ name }) => name).join();
    if (!paths.some(same))
      throw fail(context, "MALFORMED_QUERY", written, `Field must be grouped or aggregated: ${path.field.name}`);
    return (rows) => (rows[0] ? read(path, rows[0]) : null);
  }

  function read(path: Path, row: Row): Value {
    const end = parentAt(context, path.steps, row);
    return end ? valueOf(path.field, end) : null;
  }

  function calculate({ functionName = "a function", parameters = [] }: FunctionExp | FieldFunctionExpression): Reader {
    const name = functionName.toUpperCase();
    const [parameter] = parameters;
    if (typeof parameter !== "string" || !["COUNT", "MAX"].includes(name)) throw unsupported(context, functionName);
    const path = pathOf(context, type, parameter);
    const key = keyAt(context, path);
    if (name === "COUNT") return (rows) => rows.filter((row) => key(row) !== null).length;
    const clause = { field: parameter, order: "DESC", nulls: "LAST" } as const;
    return (rows) => {
      const [largest] = sorted(rows, [{ key, clause }]);
      return largest ? read(path, largest) : null;
    };
  }
}

const sortKey = (value: Value): Key => (typeof value === "string" ? value.toLowerCase() : value);
