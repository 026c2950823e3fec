import type { Fault } from "./fault.ts";
import type { Fields, Row } from "./fields.ts";
import type { Query } from "./query.ts";

/** What one query answered: its rows, or why there are none. `object` is the sObject that answered with the fault. */
export type Answer<R = unknown> = { readonly rows: readonly R[] } | { readonly fault: Fault; readonly object: string };

/** Answers by the query's name. A query that is absent was not asked yet. */
export type Evidence = Readonly<Record<string, Answer | undefined>>;

/** @returns what the query answered; undefined where it was not asked yet */
export const answerOf = <F extends Fields>(evidence: Evidence, query: Query<F>): Answer<Row<F>> | undefined =>
  evidence[query.name] as Answer<Row<F>> | undefined;

/** @returns the rows, and none where the query failed or was not asked: only for what may be left out */
export function rowsOf<F extends Fields>(evidence: Evidence, query: Query<F>): readonly Row<F>[] {
  const answer = answerOf(evidence, query);
  return answer && "rows" in answer ? answer.rows : [];
}
