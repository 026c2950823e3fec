import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { QueryReply, QuerySource } from "../../checklist/index.ts";
import { connectTo } from "../embedded-org/connect.ts";
import { withFileBytes } from "./file-bytes.ts";

const FILE: QueryReply = { name: "saved-run-file", rows: [{ Id: "068000000000001", VersionData: "/services/…" }] };

/** @returns what becomes of the file's row when its bytes are answered like this */
async function read(answer: (response: ServerResponse) => void): Promise<readonly QueryReply[]> {
  const org = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => org.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${String((org.address() as AddressInfo).port)}`;
    const source: QuerySource = { runQueries: () => Promise.resolve([FILE]) };
    return await withFileBytes(source, await connectTo({ url, accessToken: "00D000000000001!x" })).runQueries([]);
  } finally {
    org.closeAllConnections();
    org.close();
  }
}

test("a file's bytes come in base64", async () => {
  const [reply] = await read((response) => {
    response.writeHead(200, { "content-type": "application/octetstream" }).end('{"a":"ä€"}');
  });
  assert.ok(reply && "rows" in reply);
  const [row] = reply.rows as { VersionData: string }[];
  assert.equal(Buffer.from(row?.VersionData ?? "", "base64").toString(), '{"a":"ä€"}');
});

const FAULTS = [
  {
    name: "an expired login",
    answer: (response: ServerResponse) =>
      response
        .writeHead(401, { "content-type": "application/json" })
        .end('[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]'),
    says: /Session expired or invalid/
  },
  { name: "HTTP 500", answer: (response: ServerResponse) => response.writeHead(500).end(), says: /./ },
  {
    name: "half a body",
    answer: (response: ServerResponse) =>
      response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy()),
    says: /broke off/
  },
  { name: "nothing", answer: (response: ServerResponse) => response.destroy(), says: /./ }
];

// With jsforce's own way to a file's bytes, each of these ended the process.
for (const { name, answer, says } of FAULTS)
  test(`${name} instead of a file's bytes is an error that can be told`, () =>
    assert.rejects(
      read((response) => void answer(response)),
      says
    ));
