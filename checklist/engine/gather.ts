import type { Answer, Evidence } from "./evidence.ts";
import { faultOf } from "./fault.ts";
import type { Selection } from "./people.ts";
import { QUERIES, RUN_QUERIES, type Binds, type Known } from "./queries.ts";
import { readRows, type QueryName } from "./rows.ts";

export interface QueryRequest {
  readonly name: QueryName;
  readonly binds: Binds;
}

/** How a source answers one request: rows as Salesforce serialises them, or the error it gave. */
export type QueryReply =
  | { readonly name: QueryName; readonly rows: unknown }
  | { readonly name: QueryName; readonly errorType: string; readonly errorMessage: string };

/** Where evidence comes from: the Apex gateway in the tab, REST elsewhere. One call is one wave. */
export interface QuerySource {
  runQueries(requests: readonly QueryRequest[]): Promise<readonly QueryReply[]>;
}

export interface GatherOptions {
  readonly selection: Selection;
  /** The Id of the person looking. */
  readonly viewerId: string;
  /** Asks only these again, and keeps the rest of `previous`. */
  readonly only?: readonly QueryName[];
  readonly previous?: Evidence;
  /** Called after each wave with what is known by then. */
  readonly onWave?: (evidence: Evidence) => void;
}

/**
 * Asks the queries in as few waves as their dependencies allow (three).
 * Never throws for what an org answers: a query without usable rows becomes a fault in the evidence.
 */
export async function gather(source: QuerySource, options: GatherOptions): Promise<Evidence> {
  const { selection, viewerId, only = RUN_QUERIES, previous = {}, onWave } = options;
  const open = new Set(only);
  const kept = Object.entries(previous).filter(([name]) => !open.has(name as QueryName));
  const evidence: { [Name in QueryName]?: Answer } = Object.fromEntries(kept);

  while (open.size) {
    const ready = [...open].filter((name) => !QUERIES[name].after.some((earlier) => open.has(earlier)));
    const known: Known = { evidence: { ...evidence } as Evidence, selection, viewerId };
    const requests: QueryRequest[] = [];
    for (const name of ready) {
      open.delete(name);
      const asking = QUERIES[name].ask?.(known) ?? "nothing";
      if (asking === "nothing") evidence[name] = { rows: [] };
      else if ("blockedBy" in asking) evidence[name] = blocked(evidence, asking.blockedBy);
      else requests.push({ name, binds: asking.binds });
    }
    if (!requests.length) continue;
    Object.assign(evidence, await askAll(source, requests));
    onWave?.({ ...evidence } as Evidence);
  }
  return evidence as Evidence;
}

function blocked(evidence: { [Name in QueryName]?: Answer }, by: QueryName): Answer {
  const answer = evidence[by];
  return answer && "fault" in answer ? answer : failed(by, "server", `${by} was not answered.`);
}

const failed = (name: QueryName, code: string, message: string): Answer => ({
  fault: faultOf(code, message),
  object: QUERIES[name].object
});

/** @returns what one query tells; never throws for what an org answers */
export async function askOne<Name extends QueryName>(
  source: QuerySource,
  name: Name,
  binds: Binds = {}
): Promise<Answer<Name>> {
  const { [name]: answer } = await askAll(source, [{ name, binds }]);
  return answer as Answer<Name>;
}

async function askAll(
  source: QuerySource,
  requests: readonly QueryRequest[]
): Promise<{ [Name in QueryName]?: Answer }> {
  const answers: { [Name in QueryName]?: Answer } = {};
  try {
    const replies = new Map((await source.runQueries(requests)).map((reply) => [reply.name, reply]));
    for (const { name } of requests) answers[name] = read(name, replies.get(name));
  } catch (error) {
    const { code, message } = errorOf(error);
    for (const { name } of requests) answers[name] = failed(name, code, message);
  }
  return answers;
}

function read(name: QueryName, reply: QueryReply | undefined): Answer {
  if (!reply) return failed(name, "MALFORMED_ANSWER", "The answer left this query out.");
  if ("errorType" in reply) return failed(name, reply.errorType, reply.errorMessage);
  try {
    return { rows: readRows(reply.rows, QUERIES[name].required) };
  } catch (error) {
    return failed(name, "MALFORMED_ANSWER", errorOf(error).message);
  }
}

/** Reads what was thrown without trusting its shape: an Error, Apex's `{ body: { message, exceptionType } }`, anything. */
function errorOf(error: unknown): { code: string; message: string } {
  const { code, name, message, body } = (error ?? {}) as Record<string, unknown>;
  const { exceptionType, message: apexMessage } = (body ?? {}) as Record<string, unknown>;
  const text = [apexMessage, message].find((words) => typeof words === "string" && words !== "");
  const type = [exceptionType, code, name].find((word) => typeof word === "string" && word !== "");
  return { code: (type as string | undefined) ?? "", message: (text as string | undefined) ?? "No reason was given." };
}
