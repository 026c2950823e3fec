import type { Answer, Evidence } from "../evidence/evidence.ts";
import { faultOf } from "../evidence/fault.ts";
import type { Fields, Row } from "../evidence/fields.ts";
import type { Binds, Query } from "../evidence/query.ts";
import { readRows } from "../evidence/read-rows.ts";
import type { Selection } from "../evidence/selection.ts";
import { knownFrom } from "./known.ts";

export interface QueryRequest {
  readonly name: string;
  readonly binds: Binds;
}

/** How a source answers one request: rows as Salesforce serializes them, or the error it gave. */
export type QueryReply =
  | { readonly name: string; readonly rows: unknown }
  | { readonly name: string; readonly errorType: string; readonly errorMessage: string };

/** Where evidence comes from: the Apex gateway in the tab, REST elsewhere. One call is one wave, asked side by side. */
export interface QuerySource {
  runQueries(requests: readonly QueryRequest[]): Promise<readonly QueryReply[]>;
}

export interface GatherOptions {
  readonly queries: readonly Query[];
  readonly selection: Selection;
  /** The Id of the person looking. */
  readonly viewerId: string;
  /** What is known already: kept, but for what is asked anew. */
  readonly previous?: Evidence;
  /** Called after each wave with what is known by then, and whether more is to be asked. */
  readonly onWave?: (evidence: Evidence, hasMore: boolean) => void;
}

/**
 * Asks the queries in as few waves as their dependencies allow (three).
 * Never throws for what an org answers: a query without usable rows becomes a fault in the evidence.
 */
export async function gather(source: QuerySource, options: GatherOptions): Promise<Evidence> {
  const { queries, selection, viewerId, previous = {}, onWave } = options;
  const open = new Set(queries);
  const asked = new Set(queries.map(({ name }) => name));
  const evidence: Record<string, Answer> = {};
  for (const [name, answer] of Object.entries(previous)) if (answer && !asked.has(name)) evidence[name] = answer;

  while (open.size) {
    const ready = [...open].filter(({ after }) => !after.some((earlier) => open.has(earlier)));
    const known = knownFrom({ ...evidence }, selection, viewerId);
    const requests: Request[] = [];
    for (const query of ready) {
      open.delete(query);
      const asking = query.ask?.(known) ?? "nothing";
      if (asking === "nothing") evidence[query.name] = { rows: [] };
      else if ("blockedBy" in asking) evidence[query.name] = blocked(evidence, asking.blockedBy);
      else requests.push({ query, binds: asking.binds });
    }
    if (!requests.length) continue;
    Object.assign(evidence, await askAll(source, requests));
    onWave?.({ ...evidence }, open.size > 0);
  }
  return evidence;
}

/** A query, and the values to ask it with. */
export interface Request {
  readonly query: Query;
  readonly binds: Binds;
}

function blocked(evidence: Evidence, by: Query): Answer {
  const answer = evidence[by.name];
  return answer && "fault" in answer ? answer : failed(by, "server", `${by.name} was not answered.`);
}

const failed = ({ object }: Query, code: string, message: string): Answer => ({
  fault: faultOf(code, message),
  object
});

/** @returns what one query answers; never throws for what an org answers */
export async function askOne<F extends Fields>(
  source: QuerySource,
  query: Query<F>,
  binds: Binds = {}
): Promise<Answer<Row<F>>> {
  const { [query.name]: answer } = await askAll(source, [{ query, binds }]);
  return answer as Answer<Row<F>>;
}

/** @returns what each query answers, by its name; never throws for what an org answers */
export async function askAll(source: QuerySource, requests: readonly Request[]): Promise<Evidence> {
  const answers: Record<string, Answer> = {};
  try {
    const asked = requests.map(({ query, binds }) => ({ name: query.name, binds }));
    const replies = new Map((await source.runQueries(asked)).map((reply) => [reply.name, reply]));
    for (const { query } of requests) answers[query.name] = read(query, replies.get(query.name));
  } catch (error) {
    const { code, message } = errorOf(error);
    for (const { query } of requests) answers[query.name] = failed(query, code, message);
  }
  return answers;
}

function read(query: Query, reply: QueryReply | undefined): Answer {
  if (!reply) return failed(query, "MALFORMED_ANSWER", "The answer left this query out.");
  if ("errorType" in reply) return failed(query, reply.errorType, reply.errorMessage);
  try {
    const rows = readRows(reply.rows, query.fields);
    if (!query.sample && query.limit !== undefined && rows.length >= query.limit)
      return failed(query, "ANSWER_CUT_OFF", `There are ${rows.length} rows or more.`);
    return { rows };
  } catch (error) {
    return failed(query, "MALFORMED_ANSWER", errorOf(error).message);
  }
}

/** Reads what was thrown without trusting its shape: an Error, Apex's `{ body: { message, exceptionType } }`, anything. */
export function errorOf(error: unknown): { code: string; message: string } {
  const { code, name, message, body } = (error ?? {}) as Record<string, unknown>;
  const { exceptionType, message: apexMessage } = (body ?? {}) as Record<string, unknown>;
  const text = [apexMessage, message].find((words) => typeof words === "string" && words !== "");
  const type = [exceptionType, code, name].find((word) => typeof word === "string" && word !== "");
  return { code: (type as string | undefined) ?? "", message: (text as string | undefined) ?? "No reason was given." };
}
