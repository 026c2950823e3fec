import { rowsOf, type Evidence } from "./evidence.ts";
import type { QueryName, Rows } from "./rows.ts";

/** @returns the rows of a query whose `field` has this value, in the order in which they came */
export type RowsWith = <Name extends QueryName, Field extends keyof Rows[Name]>(
  name: Name,
  field: Field,
  value: Rows[Name][Field]
) => readonly Rows[Name][];

/** Each list is looked through once and not once for each person: that would grow with the square of their number. */
export function rowIndex(evidence: Evidence): RowsWith {
  const indexes = new Map<string, Map<unknown, unknown[]>>();

  return (name, field, value) => {
    const key = `${name}.${String(field)}`;
    const index = indexes.get(key) ?? grouped(rowsOf(evidence, name), field);
    indexes.set(key, index);
    return (index.get(value) ?? []) as Rows[typeof name][];
  };
}

function grouped<Row>(rows: readonly Row[], field: keyof Row): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[field]);
    if (group) group.push(row);
    else groups.set(row[field], [row]);
  }
  return groups;
}
