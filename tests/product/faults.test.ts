import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { QUERIES, type QueryReply, type QueryRequest, type QuerySource } from "../../checklist/index.ts";
import { breaches, faultIn } from "./laws.ts";
import { rowsOver, runOver, scenarioNow } from "./run.ts";

interface FaultCase {
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

const FAULTS: readonly FaultCase[] = [
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

function withFault(source: QuerySource, query: string, fault: FaultCase): QuerySource {
  return {
    async runQueries(requests) {
      const replies = await source.runQueries(requests.filter(({ name }) => name !== query));
      const request = requests.find(({ name }) => name === query);
      const reply = request && fault.reply(request, QUERIES[request.name].object);
      return reply ? [...replies, reply] : replies;
    }
  };
}

const SITUATIONS = [
  { name: "several-faults", everyone: false },
  { name: "several-faults", everyone: true },
  { name: "healthy-to-confirm", everyone: false },
  { name: "package-missing", everyone: false },
  { name: "another-language", everyone: false }
];

const proven = new Set<string>();

for (const { name, everyone } of SITUATIONS) {
  const scenario = await scenarioNow(name);
  const source = rowsOver(scenario);
  const sound = await runOver(source, scenario, everyone);
  const asked = [...sound.asked.keys()];

  describe(everyone ? `${name}, everyone asked for` : name, () => {
    for (const query of asked)
      for (const fault of FAULTS)
        test(`${query} answers with ${fault.name}: nothing passes for want of it, and the rest stays`, async () => {
          const broken = await runOver(withFault(source, query, fault), scenario, everyone);
          assert.equal(faultIn(broken.evidence, query), fault.kind);
          assert.deepEqual(breaches(query, sound, broken), []);
        });
  });
  if (name === "several-faults") for (const query of asked) proven.add(query);
  if (everyone)
    test("every query of a run was among them", () => {
      assert.deepEqual([...proven].sort(), Object.keys(sound.evidence).sort());
    });
}
