import type { OrderByClause } from "@jetstreamapp/soql-parser-js";
import type { Key } from "../store.ts";

/** One criterion of an ORDER BY: what it sorts by, and how. */
export interface Criterion<Item> {
  readonly key: (item: Item) => Key;
  readonly clause: OrderByClause;
}

/**
 * Sorts as ORDER BY does: text without case, empty values first unless asked otherwise, equal ones as they were.
 * Source: SOQL and SOSL Reference, "ORDER BY".
 */
export function sorted<Item>(items: readonly Item[], criteria: readonly Criterion<Item>[]): readonly Item[] {
  if (!criteria.length) return items;
  const keyed = items.map((item) => ({ item, keys: criteria.map(({ key }) => key(item)) }));
  const directions = criteria.map(({ clause }) => ({
    sign: clause.order === "DESC" ? -1 : 1,
    empty: clause.nulls === "LAST" ? 1 : -1
  }));
  keyed.sort((a, b) => {
    for (const [i, { sign, empty }] of directions.entries()) {
      const [left, right] = [a.keys[i] ?? null, b.keys[i] ?? null];
      if (left === right) continue;
      if (left === null) return empty;
      if (right === null) return -empty;
      return left < right ? -sign : sign;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
