import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { after, afterEach, beforeEach, test, type TestContext } from "node:test";
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

/** Answers each address as `answer` says, until the test has ended. */
async function serverThat(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const port = await listening(server);
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String(port)}`;
}

test("a redirect on the same host is followed", async (t) => {
  const url = await serverThat(t, ({ url: path }, response) => {
    if (path === "/old") response.writeHead(301, { location: "/new" }).end();
    else response.end(path);
  });
  assert.equal((await get(`${url}/old`)).body, "/new");
});

test("a redirect to another host is not followed, and its answer not believed", async (t) => {
  const asked: unknown[] = [];
  const other = await serverThat(t, ({ headers }, response) => {
    asked.push(headers);
    response.end('{"records":[],"done":true}');
  });
  const url = await serverThat(t, (_request, response) => void response.writeHead(302, { location: other }).end());
  await assert.rejects(get(url), { errorCode: "MALFORMED_ANSWER", message: /another host: 127\.0\.0\.1:\d+\.$/ });
  assert.deepEqual(asked, []);
});

test("a redirect to itself ends", async (t) => {
  const url = await serverThat(t, (_request, response) => void response.writeHead(302, { location: "/" }).end());
  await assert.rejects(get(url), { errorCode: "MALFORMED_ANSWER", message: /redirects again and again/ });
});

test("an answer without an end is not read to its end", async (t) => {
  let isCut = false;
  const url = await serverThat(t, (_request, response) => {
    const chunk = Buffer.alloc(1_000_000, " ");
    const more = (): void => {
      while (!isCut && response.write(chunk));
    };
    response.on("drain", more).on("close", () => (isCut = true));
    more();
  });
  await assert.rejects(get(url), { errorCode: "MALFORMED_ANSWER", message: "The answer is too large." });
});
