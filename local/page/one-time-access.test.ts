import assert from "node:assert/strict";
import { test } from "node:test";
import fastify from "fastify";
import { oneTimeAccess } from "./one-time-access.ts";

const COOKIE = /^(mcc-health-\w+=[\w-]{43}); HttpOnly; SameSite=Strict; Path=\/$/;

function startPage() {
  const { addressOf, check } = oneTimeAccess();
  const server = fastify();
  server.addHook("onRequest", check);
  server.get("/", () => "page");
  server.get("/app/main.js", () => "script");
  server.post("/apex/:method", () => "answer");
  return { server, address: addressOf("/") };
}

/** A page whose token is used: `cookie` is what the browser got that used it. */
async function usedPage() {
  const page = startPage();
  const response = await page.server.inject(page.address);
  return { ...page, response, cookie: COOKIE.exec(String(response.headers["set-cookie"]))?.[1] ?? "" };
}

test("the token lets in: a cookie for scripts of no page, and an address without it", async () => {
  const { response, address } = await usedPage();
  assert.match(address, /^\/\?token=[\w-]{43}$/);
  assert.equal(response.statusCode, 303);
  assert.equal(response.headers.location, "/");
  assert.match(String(response.headers["set-cookie"]), COOKIE);
  assert.equal(response.headers["cache-control"], "no-store");
});

test("what else the address says is kept", async () => {
  const { server, address } = startPage();
  const { headers } = await server.inject(`${address}&language=sv&theme=dark`);
  assert.equal(headers.location, "/?language=sv&theme=dark");
});

test("the token and the cookie have nothing in common, and differ with each start", async () => {
  const [one, other] = [await usedPage(), await usedPage()];
  const secrets = [one, other].flatMap(({ address, cookie }) => [address.split("=")[1], cookie.split("=")[1]]);
  assert.equal(new Set(secrets).size, 4);
});

const OPEN_IT = /^Refused: open the address that npm start printed\.$/;
const USED = /^Refused: this address was used already.*run it again/;

interface Situation {
  readonly name: string;
  readonly method?: "GET" | "HEAD" | "POST";
  readonly path?: string;
  /** What of the token the address has; none when absent. */
  readonly token?: (address: string) => string;
  readonly cookie?: (cookie: string) => string;
  readonly status: number;
  readonly says?: RegExp;
}

const right = (address: string): string => address.slice("/?".length);
const own = (cookie: string): string => cookie;

const BEFORE: readonly Situation[] = [
  { name: "the page, without a token", status: 403, says: OPEN_IT },
  { name: "a script, without a token", path: "/app/main.js", status: 403, says: OPEN_IT },
  { name: "a method, without a token", method: "POST", path: "/apex/A.b", status: 403, says: OPEN_IT },
  { name: "an address that there is not, without a token", path: "/none", status: 403, says: OPEN_IT },
  { name: "another token", token: () => `token=${"A".repeat(43)}`, status: 403, says: OPEN_IT },
  { name: "an empty token", token: () => "token=", status: 403, says: OPEN_IT },
  { name: "a part of the token", token: (address) => right(address).slice(0, -1), status: 403, says: OPEN_IT },
  { name: "more than the token", token: (address) => `${right(address)}A`, status: 403, says: OPEN_IT },
  { name: "the token twice", token: (address) => `${right(address)}&${right(address)}`, status: 403, says: OPEN_IT },
  { name: "the token at a script", path: "/app/main.js", token: right, status: 403, says: OPEN_IT },
  { name: "the token at a method", method: "POST", path: "/apex/A.b", token: right, status: 403, says: OPEN_IT },
  { name: "the token, asked for headers only", method: "HEAD", token: right, status: 403 },
  {
    name: "the token as a cookie",
    cookie: (address) => `mcc-health-undefined=${right(address).slice("token=".length)}`,
    status: 403,
    says: OPEN_IT
  }
];

for (const { name, method = "GET", path = "/", token, cookie, status, says } of BEFORE)
  test(`before the token is used, ${name}: refused, and the token is still good`, async () => {
    const { server, address } = startPage();
    const url = token ? `${path}?${token(address)}` : path;
    const response = await server.inject({ method, url, headers: cookie ? { cookie: cookie(address) } : {} });
    assert.equal(response.statusCode, status);
    assert.match(response.body, says ?? /^/);
    assert.equal(response.headers["set-cookie"], undefined);
    assert.equal((await server.inject(address)).statusCode, 303);
  });

const AFTER: readonly Situation[] = [
  { name: "the page with the cookie is shown", cookie: own, status: 200 },
  { name: "the page with the cookie among others is shown", cookie: (mine) => `a=b; ${mine}; c=d`, status: 200 },
  {
    name: "the page with the cookie beside another of that name is shown",
    cookie: (mine) => `${mine.replace(/=.*/, "=x")}; ${mine}`,
    status: 200
  },
  { name: "a script with the cookie is given", path: "/app/main.js", cookie: own, status: 200 },
  { name: "a method with the cookie answers", method: "POST", path: "/apex/A.b", cookie: own, status: 200 },
  { name: "the page without the cookie is refused", status: 403, says: OPEN_IT },
  { name: "a script without the cookie is refused", path: "/app/main.js", status: 403, says: OPEN_IT },
  {
    name: "a method without the cookie is refused",
    method: "POST",
    path: "/apex/A.b",
    status: 403,
    says: OPEN_IT
  },
  {
    name: "the page with half the cookie is refused",
    cookie: (mine) => mine.slice(0, -1),
    status: 403,
    says: OPEN_IT
  },
  {
    name: "the page with the cookie of another port is refused",
    cookie: (mine) => mine.replace(/-\w+=/, "-1="),
    status: 403,
    says: OPEN_IT
  },
  { name: "the used token is refused, and why is told", token: right, status: 403, says: USED },
  { name: "the used token leads who is in to the page", token: right, cookie: own, status: 303 }
];

for (const { name, method = "GET", path = "/", token, cookie, status, says } of AFTER)
  test(`once the token is used, ${name}`, async () => {
    const page = await usedPage();
    const url = token ? `${path}?${token(page.address)}` : path;
    const headers = cookie ? { cookie: cookie(page.cookie) } : {};
    const response = await page.server.inject({ method, url, headers });
    assert.equal(response.statusCode, status);
    assert.match(response.body, says ?? /^/);
  });
