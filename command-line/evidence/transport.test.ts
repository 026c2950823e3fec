import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { after, afterEach, beforeEach, test } from "node:test";
import { transportUntil } from "./transport.ts";

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

const org = createServer((_request, response) => response.end('{"here":true}'));
const orgPort = await listening(org);
/** Takes every name for this machine. */
const tunnels: string[] = [];
const proxy = createServer().on("connect", (request, socket) => {
  tunnels.push(request.url ?? "");
  const upstream = connect(orgPort, "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(upstream).pipe(socket);
  });
});
const proxyPort = await listening(proxy);
const before = { ...process.env };

beforeEach(() => {
  process.env.HTTP_PROXY = `http://127.0.0.1:${String(proxyPort)}`;
  process.env.NO_PROXY = "inside.example";
});
afterEach(() => {
  delete process.env.HTTP_PROXY;
  delete process.env.NO_PROXY;
  Object.assign(process.env, before);
});
after(() => {
  for (const server of [org, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});

const get = (url: string) =>
  transportUntil(AbortSignal.timeout(5000), "late").httpRequest({ method: "GET", url, headers: {} });

test("behind a proxy, an org is asked through it", async () => {
  assert.equal((await get(`http://org.example:${String(orgPort)}/`)).body, '{"here":true}');
  assert.deepEqual(tunnels, [`org.example:${String(orgPort)}`]);
});

test("an org on this machine is asked without", async () => {
  tunnels.length = 0;
  assert.equal((await get(`http://127.0.0.1:${String(orgPort)}/`)).statusCode, 200);
  assert.deepEqual(tunnels, []);
});

test("a name that the environment excepts is asked without", async () => {
  tunnels.length = 0;
  await assert.rejects(get(`http://inside.example:${String(orgPort)}/`));
  assert.deepEqual(tunnels, []);
});
