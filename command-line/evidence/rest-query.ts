import type { Connection } from "@salesforce/core";
import { TransportError, transportUntil } from "./transport.ts";

/** A connection to an org, as far as queries need one. */
export type RestConnection = Pick<Connection, "request">;

interface Page {
  readonly records: unknown[];
  readonly total: unknown;
  readonly next: string | null;
}

/** No query of ours finds more; a loop of pages would. */
const MOST_ROWS = 200_000;

/**
 * Runs one query and reads all its pages.
 * @param seconds how long the query may take, all pages together
 * @returns rows as REST shapes them
 * @throws {Error} with Salesforce's `errorCode`, `TIMEOUT`, `MALFORMED_ANSWER`, or a code of Node's network layer
 */
export async function restQuery(connection: RestConnection, soql: string, seconds: number): Promise<unknown[]> {
  const get = getter(connection, seconds);
  const rows: unknown[] = [];
  const asked = new Set<string>();
  let url: string | null = `/query?q=${encodeURIComponent(soql)}`;
  let total: unknown;
  while (url !== null) {
    if (asked.has(url)) throw malformed("The pages of the answer go round in a circle.");
    asked.add(url);
    const page = readPage(await get(url));
    for (const row of page.records) rows.push(row);
    if (rows.length > MOST_ROWS) throw malformed("The answer has too many rows.");
    ({ next: url, total } = page);
  }
  if (typeof total === "number" && total !== rows.length)
    throw malformed(`The answer has ${String(rows.length)} rows and speaks of ${String(total)}.`);
  return rows;
}

/**
 * @param url below the address of the API's version, as in `/query`, or from `/services/` on
 * @param seconds how long the answer may take
 * @returns the answer's data
 * @throws {Error} as `restQuery` does
 */
export const restGet = (connection: RestConnection, url: string, seconds: number): Promise<unknown> =>
  getter(connection, seconds)(url);

/**
 * @returns the answer where it is a text and no JSON, as of a file
 * @throws {Error} as `restQuery` does
 */
export async function restText(connection: RestConnection, url: string, seconds: number): Promise<string> {
  const answer = await asker(connection, seconds)(url);
  if (typeof answer === "string") return answer;
  throw malformed("The response was not a text.");
}

/**
 * Sends one request that writes, once.
 * @throws {Error} as `restQuery` does; with `TIMEOUT` or a code of the network nobody knows whether it was done
 */
export const restSend = (
  connection: RestConnection,
  request: { readonly method: "POST" | "PATCH" | "DELETE"; readonly url: string; readonly body?: unknown },
  seconds: number
): Promise<unknown> => asker(connection, seconds)(request.url, request.method, request.body);

function getter(connection: RestConnection, seconds: number): (url: string) => Promise<unknown> {
  const ask = asker(connection, seconds);
  return async (url) => {
    const answer = await ask(url);
    if (typeof answer === "object" && answer !== null) return answer;
    throw malformed("The response was not JSON.");
  };
}

/** @returns asks, and answers with what jsforce makes of the answer */
function asker(
  connection: RestConnection,
  seconds: number
): (url: string, method?: "GET" | "POST" | "PATCH" | "DELETE", body?: unknown) => Promise<unknown> {
  const signal = AbortSignal.timeout(seconds * 1000);
  const late = `Salesforce did not answer within ${String(seconds)} seconds.`;
  const transport = transportUntil(signal, late);
  // jsforce hands its options to the HTTP layer whole; the type that @salesforce/core gives them is too narrow.
  const options = { transport } as unknown as NonNullable<Parameters<Connection["request"]>[1]>;
  // A login that has expired is renewed first, which jsforce does by a transport of its own, without a limit.
  const timeout = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new TransportError("TIMEOUT", late)), { once: true });
  });
  timeout.catch(() => undefined);
  return (url, method = "GET", body) => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    return Promise.race([connection.request({ method, url, ...sent }, options), timeout]);
  };
}

/** @throws {TransportError} MALFORMED_ANSWER: it says less than a page of a query must */
function readPage(answer: unknown): Page {
  const { records, done, nextRecordsUrl, totalSize: total } = answer as Record<string, unknown>;
  if (!Array.isArray(records)) throw malformed("The answer has no records.");
  if (done === true) return { records, total, next: null };
  // Only an address of the org itself: the access token goes with it.
  if (typeof nextRecordsUrl !== "string" || !nextRecordsUrl.startsWith("/services/data/"))
    throw malformed("The answer does not tell where it goes on.");
  return { records, total, next: nextRecordsUrl };
}

const malformed = (message: string): TransportError => new TransportError("MALFORMED_ANSWER", message);
