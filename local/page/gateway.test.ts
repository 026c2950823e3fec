import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import type { QuerySource } from "../../checklist/index.ts";
import { gatewayOver } from "./gateway.ts";

const NOW = new Date("2026-05-04T10:00:00.000Z");
const answeredAt = NOW.toISOString();

test("rows and errors come in the shape of MccGateway's answers", async () => {
  const source: QuerySource = {
    runQueries: (requests) =>
      Promise.resolve(
        requests.map(({ name, binds }) =>
          name === "users"
            ? { name, rows: [binds] }
            : { name, errorType: "INVALID_TYPE", errorMessage: "sObject type is not supported." }
        )
      )
  };
  const requests = [
    { name: "users", texts: {}, lists: { userIds: ["005000000000001AAA"] } },
    { name: "viewer", texts: { viewerId: "005000000000001AAA" } }
  ];
  const answers = await gatewayOver(source, () => NOW)["MccGateway.runQueries"]?.({ requests });
  assert.deepEqual(answers, [
    { name: "users", rows: '[{"userIds":["005000000000001AAA"]}]', errorType: null, errorMessage: null, answeredAt },
    {
      name: "viewer",
      rows: null,
      errorType: "INVALID_TYPE",
      errorMessage: "sObject type is not supported.",
      answeredAt
    }
  ]);
});

test("the twenty-first query of a call is not asked, and the others are", async () => {
  const asked: string[] = [];
  const source: QuerySource = {
    runQueries: (requests) => {
      asked.push(...requests.map(({ name }) => name));
      return Promise.resolve(requests.map(({ name }) => ({ name, rows: [] })));
    }
  };
  const names = Array.from({ length: 21 }, (_, n) => `query-${String(n + 1)}`);
  const requests = names.map((name) => ({ name }));
  const answers = await gatewayOver(source, () => NOW)["MccGateway.runQueries"]?.({ requests });
  assert.deepEqual(asked, names.slice(0, 20));
  assert.deepEqual(
    (answers as { name: string }[]).map(({ name }) => name),
    names
  );
  assert.deepEqual((answers as unknown[])[20], {
    name: "query-21",
    rows: null,
    errorType: "LimitException",
    errorMessage: "Not asked: one call asks 20 queries at most.",
    answeredAt
  });
});

test("what is no list of named queries with texts to bind is refused", async () => {
  const source: QuerySource = { runQueries: () => Promise.reject(new Error("asked")) };
  const runQueries = gatewayOver(source, () => NOW)["MccGateway.runQueries"];
  for (const requests of [
    undefined,
    {},
    [{}],
    [{ name: "users", texts: { a: {} } }],
    [{ name: "users", lists: { a: "b" } }]
  ])
    await assert.rejects(async () => runQueries?.({ requests }), z.ZodError);
});
