import assert from "node:assert/strict";
import { test } from "node:test";
import type { RestConnection } from "./rest-query.ts";
import { restSource } from "./rest-source.ts";

/** A connection that answers each address as `answer` says, without a network. */
function connectionTo(answer: (address: string) => unknown): { connection: RestConnection; asked: string[] } {
  const asked: string[] = [];
  const request = async ({ url }: { url: string }): Promise<unknown> => {
    asked.push(url);
    const found = await answer(url);
    if (found instanceof Error) throw found;
    return found;
  };
  return { connection: { request } as unknown as RestConnection, asked };
}

const page = (records: unknown[], next?: string): unknown =>
  next === undefined ? { done: true, records } : { done: false, nextRecordsUrl: next, records };

const refusal = (errorCode: string, message: string): Error => Object.assign(new Error(message), { errorCode });

const ONE = { name: "people-by-username", binds: { usernames: ["ada@example.com"] } } as const;

test("the text of the query's file is asked, with its values in it", async () => {
  const { connection, asked } = connectionTo(() => page([]));
  await restSource(connection).runQueries([ONE]);
  assert.match(decodeURIComponent(asked[0] ?? ""), /^\/query\?q=SELECT Id[^]+FROM User[^]+IN \('ada@example\.com'\)$/);
});

test("all pages are read, in order", async () => {
  const pages = new Map([
    ["/services/data/v66.0/query/01g-2000", page([{ Id: "2" }], "/services/data/v66.0/query/01g-4000")],
    ["/services/data/v66.0/query/01g-4000", page([{ Id: "3" }])]
  ]);
  const first = page([{ Id: "1" }], "/services/data/v66.0/query/01g-2000");
  const { connection } = connectionTo((address) => pages.get(address) ?? first);
  const [reply] = await restSource(connection).runQueries([ONE]);
  assert.deepEqual(reply, { name: ONE.name, rows: [{ Id: "1" }, { Id: "2" }, { Id: "3" }] });
});

test("pages that go round in a circle are not read for ever: MALFORMED_ANSWER", async () => {
  const again = "/services/data/v66.0/query/01g-2000";
  const { connection, asked } = connectionTo(() => page([{ Id: "1" }], again));
  const [reply] = await restSource(connection).runQueries([ONE]);
  assert.equal(reply && "errorType" in reply && reply.errorType, "MALFORMED_ANSWER");
  assert.equal(asked.filter((address) => address === again).length, 1);
});

test("pages that are always others end too: MALFORMED_ANSWER", async () => {
  let pages = 0;
  const rows = Array.from({ length: 2000 }, (_, i) => ({ Id: String(i) }));
  const { connection } = connectionTo(() => page(rows, `/services/data/v66.0/query/01g-${String(++pages)}`));
  const [reply] = await restSource(connection).runQueries([ONE]);
  assert.equal(reply && "errorType" in reply && reply.errorType, "MALFORMED_ANSWER");
});

test("a login whose renewal never ends costs the time of one query: TIMEOUT", async () => {
  const { connection } = connectionTo(() => new Promise(() => undefined));
  // A timer of its own keeps the process until then.
  const alive = setInterval(() => undefined, 1000);
  const [reply] = await restSource(connection, { seconds: 0.05 }).runQueries([ONE]);
  clearInterval(alive);
  assert.equal(reply && "errorType" in reply && reply.errorType, "TIMEOUT");
});

test("a query too long for an address is asked in parts, and a row that two parts find comes once", async () => {
  const usernames = Array.from({ length: 2000 }, (_, i) => `user-${String(i)}@example.com`);
  const { connection, asked } = connectionTo((address) =>
    page([{ Id: "same" }, ...[...decodeURIComponent(address).matchAll(/'(user[^']+)'/g)].map(([, Id]) => ({ Id }))])
  );
  const [reply] = await restSource(connection).runQueries([{ name: ONE.name, binds: { usernames } }]);
  assert.ok(reply && "rows" in reply && Array.isArray(reply.rows));
  assert.ok(asked.length > 1 && asked.every(({ length }) => length < 16_000));
  assert.deepEqual(new Set(reply.rows.map(({ Id }: { Id: string }) => Id)), new Set(["same", ...usernames]));
  assert.equal(reply.rows.length, 2001);
});

const MALFORMED = [
  { name: "a page for people", answer: "<html></html>" },
  { name: "nothing", answer: undefined },
  { name: "null", answer: null },
  { name: "a list", answer: [] },
  { name: "no records", answer: { done: true } },
  { name: "records without done", answer: { records: [] } },
  { name: "more to come, but not where", answer: { done: false, records: [] } },
  { name: "more to come from another host", answer: page([], "https://example.com/services/data/") },
  { name: "fewer rows than it speaks of", answer: { done: true, records: [{ Id: "1" }], totalSize: 501 } }
];
for (const { name, answer } of MALFORMED)
  test(`an answer that is ${name}: MALFORMED_ANSWER`, async () => {
    const { connection, asked } = connectionTo(() => answer);
    const [reply] = await restSource(connection).runQueries([ONE]);
    assert.equal(reply && "errorType" in reply && reply.errorType, "MALFORMED_ANSWER");
    assert.equal(asked.length, 1);
  });

const ERRORS = [
  {
    name: "Salesforce's own code and words",
    error: refusal("INVALID_FIELD", "No such column"),
    type: "INVALID_FIELD",
    words: "No such column"
  },
  {
    name: "an HTTP status, where only a page came",
    error: refusal("ERROR_HTTP_503", "<h1>Sorry</h1>"),
    type: "ERROR_HTTP_503",
    words: "Salesforce answered HTTP 503 and gave no reason."
  },
  { name: "the name of any other error", error: new RangeError("odd"), type: "RangeError", words: "odd" }
];
for (const { name, error, type, words } of ERRORS)
  test(`a query that fails tells ${name}, and the others answer`, async () => {
    const { connection } = connectionTo((address) => (address.includes("Organization") ? error : page([{ Id: "1" }])));
    const replies = await restSource(connection).runQueries([{ name: "organization", binds: {} }, ONE]);
    assert.deepEqual(replies, [
      { name: "organization", errorType: type, errorMessage: words },
      { name: ONE.name, rows: [{ Id: "1" }] }
    ]);
  });

test("only queries of the catalogue are asked", async () => {
  const { connection, asked } = connectionTo(() => page([]));
  const [reply] = await restSource(connection).runQueries([{ name: "../queries/users", binds: {} }]);
  assert.equal(reply && "errorType" in reply && reply.errorType, "UnknownQuery");
  assert.deepEqual(asked, []);
});

test("a query without its values is an error of its own", async () => {
  const { connection, asked } = connectionTo(() => page([]));
  const [reply] = await restSource(connection).runQueries([{ name: "users", binds: {} }]);
  assert.deepEqual(reply, { name: "users", errorType: "Error", errorMessage: "The query has no value for :userIds." });
  assert.deepEqual(asked, []);
});
