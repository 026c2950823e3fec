import type { Answer, Evidence } from "./answer.ts";
import type { Fields, Row } from "./fields.ts";
import type { Query } from "./query.ts";

export type { Answer, Evidence } from "./answer.ts";

/** @returns what the query answered; undefined where it was not asked yet */
export const answerOf = <F extends Fields>(evidence: Evidence, query: Query<F>): Answer<Row<F>> | undefined =>
  evidence[query.name] as Answer<Row<F>> | undefined;

/** @returns the rows; null where the query failed or was not asked */
export function rowsOrNull<F extends Fields>(evidence: Evidence, query: Query<F>): readonly Row<F>[] | null {
  const answer = answerOf(evidence, query);
  return answer && "rows" in answer ? answer.rows : null;
}

/** @returns the rows, and none where the query failed or was not asked: only for what may be left out */
export const rowsOf = <F extends Fields>(evidence: Evidence, query: Query<F>): readonly Row<F>[] =>
  rowsOrNull(evidence, query) ?? [];
