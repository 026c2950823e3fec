import runQueries, { type Answer, type Request } from "@salesforce/apex/MccGateway.runQueries";
import {
  askOne,
  errorOf,
  transactionsOf,
  userSearch,
  withoutPortions,
  type Binds,
  type Fields,
  type Query,
  type QueryReply,
  type QueryRequest,
  type QuerySource,
  type Row,
  type RowOf
} from "c/mccChecklist";
import { withTimeout } from "./withTimeout.ts";

export { withTimeout };

/** How many milliseconds Salesforce's clock is ahead of the browser's. */
let ahead = 0;

function setClock(answeredAt: string | undefined): void {
  const offset = Date.parse(answeredAt ?? "") - Date.now();
  if (!Number.isNaN(offset)) ahead = offset;
}

/** @returns Salesforce's time, as its last answer told it: what has ended must not go by a browser's clock */
export const orgNow = (): Date => new Date(Date.now() + ahead);

/**
 * The org, through the Apex gateway, in as many transactions as `transactionsOf` says. One that fails costs only its own
 * queries; where all fail, `runQueries` throws what Apex threw first: see `messageOf`.
 */
export const gateway: QuerySource = {
  async runQueries(requests) {
    const transactions = transactionsOf(requests);
    const outcomes = await Promise.allSettled(transactions.map(ask));
    const [first] = outcomes;
    if (first?.status === "rejected" && outcomes.every(({ status }) => status === "rejected")) throw first.reason;
    const replies = outcomes.flatMap((outcome, at) => {
      if (outcome.status === "fulfilled") return outcome.value;
      return failed(transactions[at] ?? [], outcome.reason);
    });
    return withoutPortions(replies);
  }
};

async function ask(requests: readonly QueryRequest[]): Promise<QueryReply[]> {
  const answers = await withTimeout(runQueries({ requests: requests.map(requestOf) }));
  setClock(answers[0]?.answeredAt);
  return answers.map(replyOf);
}

function failed(requests: readonly QueryRequest[], error: unknown): QueryReply[] {
  const { code, message } = errorOf(error);
  return requests.map(({ name }) => ({ name, errorType: code, errorMessage: message }));
}

/** Apex has no type for "a text or a list of texts". */
function requestOf({ name, binds }: QueryRequest): Request {
  const values = Object.entries(binds);
  return {
    name,
    texts: Object.fromEntries(values.filter((bind): bind is [string, string] => typeof bind[1] === "string")),
    lists: Object.fromEntries(values.filter((bind): bind is [string, readonly string[]] => typeof bind[1] !== "string"))
  };
}

function replyOf({ name, rows, errorType, errorMessage }: Answer): QueryReply {
  if (typeof rows === "string") return { name, rows: parsed(rows) };
  return { name, errorType: errorType ?? "", errorMessage: errorMessage ?? "" };
}

/** Text that is no JSON stays text, which the reader of rows takes for a malformed answer to this one query. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @returns the rows of one query
 * @throws {Error} with the org's own message
 */
export async function rowsFor<F extends Fields>(query: Query<F>, binds: Binds): Promise<readonly Row<F>[]> {
  const answer = await askOne(gateway, query, binds);
  if ("fault" in answer) throw new Error(answer.fault.message);
  return answer.rows;
}

/**
 * @param text a part of a name or of a username, as typed
 * @returns the first 20 users that contain it, active ones first
 * @throws {Error} with the org's own message
 */
export function searchUsers(text: string): Promise<readonly RowOf<typeof userSearch>[]> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return rowsFor(userSearch, { pattern });
}

/** @returns what Apex, or whatever else failed, has to say; may be empty */
export function messageOf(error: unknown): string {
  const { body, message } = (error ?? {}) as { body?: { message?: unknown }; message?: unknown };
  const text = body?.message ?? message;
  return typeof text === "string" ? text : "";
}
