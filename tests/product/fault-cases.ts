import { queryNamed, type QueryReply, type QueryRequest, type QuerySource } from "../../checklist/index.ts";

/** A way in which an org fails to answer, and what the checklist must make of it. */
export interface FaultCase {
  readonly name: string;
  readonly kind: string;
  /** undefined: the answer leaves the query out. */
  readonly reply: (request: QueryRequest, object: string) => QueryReply | undefined;
}

const refusal =
  (errorType: string, message: (object: string) => string): FaultCase["reply"] =>
  ({ name }, object) => ({ name, errorType, errorMessage: message(object) });

const rows =
  (value: unknown): FaultCase["reply"] =>
  ({ name }) => ({ name, rows: value });

export const FAULTS: readonly FaultCase[] = [
  {
    name: "an unknown object",
    kind: "no-object",
    reply: refusal("INVALID_TYPE", (object) => `sObject type '${object}' is not supported.`)
  },
  {
    name: "an unknown field",
    kind: "no-field",
    reply: refusal("INVALID_FIELD", (object) => `No such column 'X' on entity '${object}'.`)
  },
  {
    name: "an unknown object, told by Apex",
    kind: "no-object",
    reply: refusal("System.QueryException", (object) => `sObject type '${object}' is not supported.`)
  },
  {
    name: "an unknown field, told by Apex",
    kind: "no-field",
    reply: refusal("System.QueryException", (object) => `No such column 'X' on entity '${object}'.`)
  },
  {
    name: "insufficient access",
    kind: "no-access",
    reply: refusal("INSUFFICIENT_ACCESS", () => "insufficient access rights on object")
  },
  {
    name: "a server error",
    kind: "server",
    reply: refusal("UNKNOWN_EXCEPTION", () => "An unexpected error occurred.")
  },
  { name: "a timeout", kind: "timeout", reply: refusal("TIMEOUT", () => "Salesforce did not answer.") },
  { name: "half a body", kind: "malformed", reply: refusal("MALFORMED_ANSWER", () => "The answer broke off.") },
  { name: "a page instead of rows", kind: "malformed", reply: rows("<html></html>") },
  { name: "rows without their fields", kind: "malformed", reply: rows([{ attributes: {} }]) },
  { name: "nothing at all", kind: "malformed", reply: () => undefined }
];

/** One of each kind. The checklist sees no more of a fault than that: `faults.test.ts` tries which is read as which. */
export const KINDS: readonly FaultCase[] = FAULTS.filter(
  ({ kind }, at) => at === FAULTS.findIndex((fault) => fault.kind === kind)
);

/**
 * The two that the checklist judges by: `facts/package.ts` takes an object or a field that the org doesn't have for a
 * package that is not installed, and nothing else tells kinds apart. `faults.test.ts` tries all of them in one situation,
 * `confirmed.test.ts` in another, so that whoever begins to tell them apart is seen.
 */
export const TOLD_APART: readonly FaultCase[] = KINDS.filter(({ kind }) => kind === "no-object" || kind === "server");

/** @returns the source, but that it fails at these queries, by name */
export function withFaults(source: QuerySource, faults: ReadonlyMap<string, FaultCase>): QuerySource {
  return {
    async runQueries(requests) {
      const replies = await source.runQueries(requests.filter(({ name }) => !faults.has(name)));
      const failing = requests.flatMap((request) => {
        const reply = faults.get(request.name)?.reply(request, queryNamed(request.name).object);
        return reply ? [reply] : [];
      });
      return [...replies, ...failing];
    }
  };
}
