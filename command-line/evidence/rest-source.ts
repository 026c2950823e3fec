import pLimit from "p-limit";
import { distinctRows, type QueryReply, type QueryRequest, type QuerySource } from "../../checklist/index.ts";
import { queryText } from "./query-texts.ts";
import { restQuery, type RestConnection } from "./rest-query.ts";
import { splitQuery } from "./split-query.ts";

export interface RestSourceOptions {
  /** How long one query may take. */
  readonly seconds?: number;
}

/** How many queries are open. A person may have ten open cursors; the oldest gives way. Source: REST API Developer Guide, "Query". */
const AT_ONCE = 8;

/**
 * @param connection an open connection to an org
 * @returns evidence over REST: the queries of a wave run side by side, and one that fails leaves the others alone
 */
export function restSource(connection: RestConnection, { seconds = 30 }: RestSourceOptions = {}): QuerySource {
  const limit = pLimit(AT_ONCE);

  async function run({ name, binds }: QueryRequest): Promise<QueryReply> {
    try {
      const queries = splitQuery(queryText(name), binds);
      const parts = await Promise.all(queries.map((soql) => limit(() => restQuery(connection, soql, seconds))));
      return { name, rows: parts.length === 1 ? parts[0] : distinctRows(parts.flat()) };
    } catch (error) {
      return { name, ...wordsOf(error) };
    }
  }

  return { runQueries: (requests) => Promise.all(requests.map(run)) };
}

/** HTTP errors for which Salesforce gave no code of its own: what came with them is a page for people, or nothing. */
const WITHOUT_CODE = /^ERROR_HTTP_(\d+)$/;

function wordsOf(error: unknown): { errorType: string; errorMessage: string } {
  const { errorCode, name, message } = error as Error & { errorCode?: string };
  const errorType = errorCode ?? name;
  const [, status] = WITHOUT_CODE.exec(errorType) ?? [];
  return { errorType, errorMessage: status ? `Salesforce answered HTTP ${status} and gave no reason.` : message };
}
