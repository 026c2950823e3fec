import type { Fault } from "./fault.ts";
import type { QueryName, Rows } from "./rows.ts";

/** What one query told: its rows, or why there are none. `object` is the sObject that answered with the fault. */
export type Answer<Name extends QueryName = QueryName> =
  { readonly rows: readonly Rows[Name][] } | { readonly fault: Fault; readonly object: string };

/** A query that is absent was not asked yet. */
export type Evidence = { readonly [Name in QueryName]?: Answer<Name> };

/** @returns the rows, and none where the query failed or was not asked: only for what may be left out */
export function rowsOf<Name extends QueryName>(evidence: Evidence, name: Name): readonly Rows[Name][] {
  const answer = evidence[name];
  return answer && "rows" in answer ? answer.rows : [];
}
