import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuerySource } from "../../checklist/index.ts";
import { gatewayOver } from "./gateway.ts";

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
    { name: "users", binds: { userIds: ["005000000000001AAA"] } },
    { name: "viewer", binds: {} }
  ];
  const answers = await gatewayOver(source)["MccGateway.runQueries"]?.({ requests: JSON.stringify(requests) });
  assert.deepEqual(answers, [
    { name: "users", rows: '[{"userIds":["005000000000001AAA"]}]', errorType: null, errorMessage: null },
    { name: "viewer", rows: null, errorType: "INVALID_TYPE", errorMessage: "sObject type is not supported." }
  ]);
});
