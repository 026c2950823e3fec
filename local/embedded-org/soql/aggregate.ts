import type {
  FieldFunctionExpression,
  FieldType as Selected,
  FunctionExp,
  QueryBase
} from "@jetstreamapp/soql-parser-js";
import type { Key, Row, Value } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { sorted } from "./order.ts";
import { keyAt, parentAt, pathOf, valueOf, writtenAs, type Path, type Source } from "./path.ts";
import { columnOf, type Column, type Shaped } from "./select.ts";

type Rows = readonly Row[];

/** Reads a value from the rows of a group. */
type Reader = (rows: Rows) => Value;

export interface Aggregation {
  readonly groups: (rows: Rows) => Shaped[];
  readonly columns: readonly Column[];
}

/** @returns whether a query asks for groups of rows and not for rows */
export const isAggregate = ({ fields, groupBy }: QueryBase): boolean =>
  groupBy !== undefined ||
  (fields ?? []).some((field) => field.type === "FieldFunctionExpression" && field.isAggregateFn);

/** @returns whether this is `SELECT COUNT()`, which answers a number and no rows */
export function isCount({ fields = [] }: QueryBase): boolean {
  const [only] = fields;
  return fields.length === 1 && only?.type === "FieldFunctionExpression" && isCountOfAll(only);
}

const isCountOfAll = ({ functionName, parameters }: FunctionExp): boolean =>
  functionName?.toUpperCase() === "COUNT" && (parameters ?? []).length === 0;

/** @throws {RestError} a name that the schema does not have, a field that is not grouped, a function not known here */
export function aggregateOf(context: Context, source: Source, query: QueryBase): Aggregation {
  const paths = [query.groupBy ?? []].flat().map((clause) => {
    if ("fn" in clause) throw unsupported(context, clause.fn.functionName ?? "a function");
    return pathOf(context, source, clause.field);
  });
  const keys = paths.map((path) => keyAt(context, path));
  let unnamed = 0;
  const columns = (query.fields ?? []).map(readColumn);
  const criteria = [query.orderBy ?? []].flat().map((clause) => {
    const value = "fn" in clause ? calculate(clause.fn) : grouped(clause.field);
    return { clause, key: (rows: Rows): Key => textless(value(rows)) };
  });

  return { columns: columns.map(({ column }) => column), groups };

  function groups(rows: Rows): Shaped[] {
    const byKey = new Map<string, Row[]>();
    if (!paths.length) byKey.set("", [...rows]);
    else
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
    const name = alias ?? pathOf(context, source, written).field.name;
    return { column: columnOf(name), value: grouped(written) };
  }

  function grouped(written: string): Reader {
    const path = pathOf(context, source, written);
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

  function calculate(fn: FunctionExp | FieldFunctionExpression): Reader {
    const name = fn.functionName?.toUpperCase();
    const [parameter] = fn.parameters ?? [];
    if (typeof parameter !== "string") {
      if (name === "COUNT" && parameter === undefined) return (rows) => rows.length;
      throw unsupported(context, fn.functionName ?? "a function");
    }
    const path = pathOf(context, source, parameter);
    const key = keyAt(context, path);
    const filled = (rows: Rows): Row[] => rows.filter((row) => key(row) !== null);
    const outermost = (rows: Rows, sign: number): Value => {
      const [found] = sorted(filled(rows), [{ key, clause: { field: parameter, order: sign < 0 ? "DESC" : "ASC" } }]);
      return found ? read(path, found) : null;
    };
    switch (name) {
      case "COUNT":
        return (rows) => filled(rows).length;
      case "COUNT_DISTINCT":
        return (rows) => new Set(filled(rows).map(key)).size;
      case "MIN":
        return (rows) => outermost(rows, 1);
      case "MAX":
        return (rows) => outermost(rows, -1);
      default:
        throw unsupported(context, fn.functionName ?? "a function");
    }
  }
}

const textless = (value: Value): Key => (typeof value === "string" ? value.toLowerCase() : value);
