import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import fastify from "fastify";
import { checkHostAndOrigin } from "./check-host-and-origin.ts";
import { listenFrom } from "../loopback.ts";

const server = fastify();
server.addHook("onRequest", checkHostAndOrigin);
server.get("/", () => "page");
const port = await listenFrom(server, 0);
after(() => server.close());

const statusFor = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });

const REQUESTS = [
  { name: "a visit by address is answered", headers: { host: `127.0.0.1:${port}` }, status: 200 },
  { name: "a visit by name is answered", headers: { host: `localhost:${port}` }, status: 200 },
  {
    name: "the page's own request is answered",
    headers: { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` },
    status: 200
  },
  { name: "a foreign name that leads here is refused", headers: { host: "mcc.example.com" }, status: 421 },
  { name: "a foreign name with our port is refused", headers: { host: `mcc.example.com:${port}` }, status: 421 },
  { name: "another port is refused", headers: { host: "127.0.0.1:1" }, status: 421 },
  {
    name: "a foreign page's request is refused",
    headers: { host: `127.0.0.1:${port}`, origin: "https://mcc.example.com" },
    status: 403
  },
  {
    name: "a page without an origin of its own is refused",
    headers: { host: `127.0.0.1:${port}`, origin: "null" },
    status: 403
  }
];

for (const { name, headers, status } of REQUESTS)
  test(name, async () => assert.equal(await statusFor(headers), status));
