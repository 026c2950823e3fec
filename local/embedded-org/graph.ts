import { z } from "zod";
import { objectOf } from "./record-routes.ts";
import { RestError } from "./rest-error.ts";
import { mixedDml } from "./setup-rules.ts";
import type { Scenario } from "./scenario.ts";
import type { Writes } from "./writes.ts";

const GRAPHS = z.object({
  graphs: z.array(
    z.object({
      graphId: z.string(),
      compositeRequest: z.array(
        z.object({ method: z.string(), url: z.string(), referenceId: z.string(), body: z.unknown().optional() })
      )
    })
  )
});

type Graph = z.infer<typeof GRAPHS>["graphs"][number];
type Node = Graph["compositeRequest"][number];

interface NodeAnswer {
  readonly body: unknown;
  readonly httpStatusCode: number;
}

/** Source: REST API Developer Guide, "Composite Graph Limits". */
const MOST_NODES = 500;

const HALTED: NodeAnswer = {
  body: new RestError(
    "PROCESSING_HALTED",
    "The transaction was rolled back since another operation in the same transaction failed."
  ).body,
  httpStatusCode: 400
};

/**
 * Runs composite graphs: all writes of a graph, or none. References between nodes are not supported.
 * Source: REST API Developer Guide, "Composite Graph".
 * @throws {RestError} the body is not a list of graphs, or has too many nodes
 */
export function runGraphs(body: unknown, scenario: Scenario, writes: Writes): unknown {
  const read = GRAPHS.safeParse(body);
  if (!read.success) throw new RestError("JSON_PARSER_ERROR", read.error.issues[0]?.message);
  const { graphs } = read.data;
  if (graphs.flatMap(({ compositeRequest }) => compositeRequest).length > MOST_NODES)
    throw new RestError("LIMIT_EXCEEDED", `The maximum number of nodes in a payload is ${MOST_NODES}.`);
  return { graphs: graphs.map((graph) => runGraph(graph, scenario, writes)) };
}

function runGraph({ graphId, compositeRequest }: Graph, scenario: Scenario, writes: Writes): unknown {
  const undo = scenario.store.savepoint();
  const answers: NodeAnswer[] = [];
  for (const [at, node] of compositeRequest.entries()) {
    const mixed = mixedDml(compositeRequest.slice(0, at + 1).map(({ url }) => objectIn(url)));
    const answer = mixed ? { body: mixed.body, httpStatusCode: mixed.status } : runNode(node, scenario, writes);
    answers.push(answer);
    if (answer.httpStatusCode >= 400) break;
  }
  const failed = answers.findIndex(({ httpStatusCode }) => httpStatusCode >= 400);
  if (failed >= 0) undo();
  const compositeResponse = compositeRequest.map(({ referenceId }, i) => ({
    ...(failed < 0 || i === failed ? answers[i] : HALTED),
    httpHeaders: {},
    referenceId
  }));
  return { graphId, graphResponse: { compositeResponse }, isSuccessful: failed < 0 };
}

/** @returns the objects whose records a body of graphs writes */
export function objectsIn(body: unknown): string[] {
  const { data } = GRAPHS.safeParse(body);
  return (data?.graphs ?? []).flatMap(({ compositeRequest }) => compositeRequest.map(({ url }) => objectIn(url)));
}

const ADDRESS = /^\/services\/data\/v[\d.]+\/sobjects\/(\w+)(?:\/(\w+))?$/;
const objectIn = (url: string): string => ADDRESS.exec(url)?.[1] ?? "";

function runNode({ method, url, body }: Node, scenario: Scenario, writes: Writes): NodeAnswer {
  try {
    const [, object = "", id] = ADDRESS.exec(url) ?? [];
    const type = objectOf(scenario, object);
    if (method === "POST" && id === undefined)
      return { body: { id: writes.create(type, body), success: true, errors: [] }, httpStatusCode: 201 };
    if (id === undefined) throw new RestError("METHOD_NOT_ALLOWED");
    if (method === "PATCH") writes.update(type, id, body);
    else if (method === "DELETE") writes.remove(type, id);
    else throw new RestError("METHOD_NOT_ALLOWED");
    return { body: null, httpStatusCode: 204 };
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return { body: error.body, httpStatusCode: error.status };
  }
}
