import { rowsOf, type Evidence } from "./evidence.ts";
import type { Fields, Row } from "./fields.ts";
import type { Query } from "./query.ts";

/** @returns the rows of a query whose `field` has this value, in the order in which they came */
export type RowsWith = <F extends Fields, Name extends keyof Row<F> & string>(
  query: Query<F>,
  field: Name,
  value: Row<F>[Name]
) => readonly Row<F>[];

/** Each list is looked through once and not once for each person: that would grow with the square of their number. */
export function rowIndex(evidence: Evidence): RowsWith {
  const indexes = new Map<string, Map<unknown, unknown[]>>();

  return (query, field, value) => {
    const key = `${query.name}.${field}`;
    const index = indexes.get(key) ?? grouped(rowsOf(evidence, query), field);
    indexes.set(key, index);
    return (index.get(value) ?? []) as never;
  };
}

function grouped<R>(rows: readonly R[], field: keyof R): Map<unknown, R[]> {
  const groups = new Map<unknown, R[]>();
  for (const row of rows) {
    const group = groups.get(row[field]);
    if (group) group.push(row);
    else groups.set(row[field], [row]);
  }
  return groups;
}
