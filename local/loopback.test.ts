import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test, type TestContext } from "node:test";
import { listenFrom, loopbackServer } from "./loopback.ts";

function serve(t: TestContext, options?: Parameters<typeof loopbackServer>[0]) {
  const server = loopbackServer(options);
  t.after(() => server.close());
  server.post("/", () => "saved");
  return server;
}

/** Sends raw HTTP. @returns what the server answers before it closes the connection */
async function answerTo(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(request);
  return text(socket);
}

const headers = (length: number): string =>
  `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`;

test("a port in use: the server listens on a later one", async (t) => {
  const taken = await listenFrom(serve(t), 0);
  assert.ok((await listenFrom(serve(t), taken)) > taken);
});

test("a request that says that it is larger than 50 MB is refused before its body arrives", async (t) => {
  const port = await listenFrom(serve(t), 0);
  assert.match(await answerTo(port, headers(50_000_001)), /^HTTP\/1\.1 413 /);
});

test("a request whose body does not arrive in time is refused", async (t) => {
  const server = serve(t, { requestTimeout: 50, http: { connectionsCheckingInterval: 20 } });
  const port = await listenFrom(server, 0);
  assert.match(await answerTo(port, `${headers(10)}half`), /^HTTP\/1\.1 408 /);
});

test("a request has 30 seconds to arrive, and its headers no longer", () => {
  const { requestTimeout, headersTimeout } = loopbackServer().server;
  assert.deepEqual({ requestTimeout, headersTimeout }, { requestTimeout: 30_000, headersTimeout: 30_000 });
});

test("a whole request is answered", async (t) => {
  const port = await listenFrom(serve(t), 0);
  assert.match(await answerTo(port, `${headers(4)}body`), /^HTTP\/1\.1 200 [^]*saved$/);
});
