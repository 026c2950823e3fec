import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { after, test } from "node:test";
import { startOrg, type InjectFault } from "./org.ts";
import { loadScenario } from "./scenario.ts";

const scenario = await loadScenario("several-faults");
const limited = await loadScenario("few-permissions");
const large = await loadScenario("large");

let kind: ReturnType<InjectFault>;
const org = await startOrg({ scenario, injectFault: (soql) => (soql.includes("FROM Profile") ? kind : undefined) });
const limitedOrg = await startOrg({ scenario: limited });
const largeOrg = await startOrg({ scenario: large });
after(() => Promise.all([org, limitedOrg, largeOrg].map((started) => started.close())));

const V = "/services/data/v66.0";

function get(path: string, from = org, init: RequestInit = {}): Promise<Response> {
  return fetch(from.url + path, { headers: { authorization: `Bearer ${from.accessToken}` }, ...init });
}
const query = (soql: string, from = org): Promise<Response> => get(`${V}/query?q=${encodeURIComponent(soql)}`, from);
const json = async <Body>(response: Promise<Response>): Promise<Body> => (await (await response).json()) as Body;

const SYSTEM_USER = "005000000000002AAA";

const REFUSED: readonly {
  name: string;
  path: string;
  init?: RequestInit;
  from?: typeof org;
  status: number;
  code: string;
}[] = [
  {
    name: "a wrong token",
    path: `${V}/limits`,
    init: { headers: { authorization: "Bearer no" } },
    status: 401,
    code: "INVALID_SESSION_ID"
  },
  { name: "no token", path: `${V}/query?q=x`, init: { headers: {} }, status: 401, code: "INVALID_SESSION_ID" },
  { name: "an unknown address", path: "/services/apexrest/x", status: 404, code: "NOT_FOUND" },
  { name: "an unknown version", path: "/services/data/v12.0/limits", status: 404, code: "NOT_FOUND" },
  {
    name: "a method that an address does not take",
    path: `${V}/sobjects/User/${SYSTEM_USER}`,
    init: { method: "PUT" },
    status: 405,
    code: "METHOD_NOT_ALLOWED"
  },
  { name: "no query", path: `${V}/query`, status: 400, code: "MALFORMED_QUERY" },
  { name: "an unknown cursor", path: `${V}/query/01g000000000009AAA-2000`, status: 400, code: "INVALID_QUERY_LOCATOR" },
  { name: "the description of an unknown object", path: `${V}/sobjects/Usr/describe`, status: 404, code: "NOT_FOUND" },
  { name: "a row that is not there", path: `${V}/sobjects/User/005000000000099`, status: 404, code: "NOT_FOUND" },
  { name: "an Id that is none", path: `${V}/sobjects/User/x'y`, status: 404, code: "NOT_FOUND" },
  {
    name: "an unavailable object",
    path: `${V}/query?q=SELECT+Id+FROM+SetupAuditTrail`,
    from: limitedOrg,
    status: 403,
    code: "INSUFFICIENT_ACCESS"
  },
  {
    name: "an unavailable parent",
    path: `${V}/query?q=SELECT+UserLicense.Name+FROM+Profile`,
    from: limitedOrg,
    status: 403,
    code: "INSUFFICIENT_ACCESS"
  },
  {
    name: "a hidden object",
    path: `${V}/query?q=SELECT+Id+FROM+et4ae5__Configuration__c`,
    from: limitedOrg,
    status: 400,
    code: "INVALID_TYPE"
  },
  {
    name: "a hidden field",
    path: `${V}/query?q=SELECT+et4ae5__ExactTargetUsername__c+FROM+User`,
    from: limitedOrg,
    status: 400,
    code: "INVALID_FIELD"
  }
];

for (const { name, path, init, from, status, code } of REFUSED)
  test(`${name} is refused: ${String(status)} ${code}`, async () => {
    const response = await get(
      path,
      from,
      init ? { headers: { authorization: `Bearer ${org.accessToken}` }, ...init } : {}
    );
    const body = (await response.json()) as { errorCode: string; message: string }[];
    assert.deepEqual([response.status, body.length, body[0]?.errorCode], [status, 1, code]);
    assert.ok(body[0]?.message);
  });

test("versions are told without a token, the newest last", async () => {
  const versions = await json<{ version: string; url: string }[]>(get("/services/data", org, { headers: {} }));
  assert.deepEqual(versions.at(-1), { label: "Version 66.0", url: V, version: "66.0" });
});

test("a doubled slash leads to the same place", async () => {
  assert.equal((await get(`/${V}/limits`)).status, 200);
});

test("who is logged in is told by userinfo and by the identity that the version names", async () => {
  const { identity } = await json<{ identity: string }>(get(V));
  const person = await json<{ user_id: string; username: string }>(get(new URL(identity).pathname));
  const info = await json<{ user_id: string; organization_id: string }>(get("/services/oauth2/userinfo"));
  assert.deepEqual([person.user_id, person.username], [scenario.viewerId, scenario.viewer]);
  assert.deepEqual([info.user_id, info.organization_id], [scenario.viewerId, scenario.organizationId]);
});

test("sf's question for a query's columns is answered in place of the rows", async () => {
  const answer = await json(get(`${V}/query?q=SELECT+Id+FROM+User&columns=true`));
  const column = { columnName: "Id", displayName: "Id", aggregate: false, joinColumns: [] };
  assert.deepEqual(answer, { columnMetadata: [column] });
});

test("a row is read by its Id, with each of its fields", async () => {
  const row = await json<Record<string, unknown>>(get(`${V}/sobjects/user/${SYSTEM_USER}`));
  assert.equal(row.Username, "mcc.system@example.com");
  assert.equal(row.MobilePhone, null);
});

test("rows beyond 2,000 come page by page, each once", async () => {
  interface Page {
    totalSize: number;
    done: boolean;
    nextRecordsUrl?: string;
    records: { Id: string }[];
  }
  const sizes: number[] = [];
  const ids = new Set<string>();
  let page = await json<Page>(query("SELECT Id FROM et4ae5__IndividualEmailResult__c", largeOrg));
  for (;;) {
    sizes.push(page.records.length);
    for (const { Id } of page.records) ids.add(Id);
    if (page.nextRecordsUrl === undefined) break;
    assert.match(page.nextRecordsUrl, /\/query\/01g\w{15}-[24]000$/);
    page = await json<Page>(get(page.nextRecordsUrl, largeOrg));
  }
  assert.deepEqual([sizes, ids.size, page.totalSize, page.done], [[2000, 2000, 1000], 5000, 5000, true]);
});

test("the eleventh open cursor closes the oldest", async () => {
  const opened: string[] = [];
  for (let i = 0; i < 11; i++) {
    const { nextRecordsUrl } = await json<{ nextRecordsUrl: string }>(query("SELECT Id FROM User", largeOrg));
    opened.push(nextRecordsUrl);
  }
  const statuses = await Promise.all(opened.map(async (url) => (await get(url, largeOrg)).status));
  assert.deepEqual(statuses, [400, ...Array.from({ length: 10 }, () => 200)]);
});

test("an address of more than 16,000 characters is too long, one just below is not", async () => {
  const path = (length: number): string => `${V}/query?q=SELECT+Id+FROM+User&pad=`.padEnd(length, "x");
  assert.equal((await get(path(16_000))).status, 200);
  const refused = await get(path(16_001));
  assert.equal(refused.status, 414);
  assert.match(await refused.text(), /URI Too Long/);
});

test("a sick org answers half a body, a page, an error code, or nothing; and other queries are well", async () => {
  const sick = (): Promise<Response> => query("SELECT Id FROM Profile");
  kind = "CUT";
  await assert.rejects(async () => (await sick()).text());
  kind = "HTML";
  const page = await sick();
  assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html;charset=UTF-8"]);
  assert.match(await page.text(), /<html>/);
  kind = "UNKNOWN_EXCEPTION";
  assert.equal((await sick()).status, 500);
  assert.equal((await query("SELECT Id FROM User")).status, 200);
  kind = undefined;
  assert.equal((await sick()).status, 200);
});

for (const stuck of ["TIMEOUT", "SLOW"] as const)
  test(`closing the org ends a query that is ${stuck}`, async () => {
    const asked = new EventEmitter();
    const sick = await startOrg({
      scenario,
      injectFault: () => {
        asked.emit("asked");
        return stuck;
      }
    });
    const isAsked = once(asked, "asked");
    const waiting = assert.rejects(async () => {
      const response = await query("SELECT Id FROM User", sick);
      assert.notEqual(response.status, 200);
      throw new Error(await response.text());
    });
    await isAsked;
    await sick.close();
    await waiting;
  });

test("a taken port gives way to the next free one", async () => {
  const blocker = createServer().listen(0, "127.0.0.1");
  await once(blocker, "listening");
  const { port } = blocker.address() as AddressInfo;
  const next = await startOrg({ scenario, port });
  assert.ok(Number(new URL(next.url).port) > port);
  assert.equal(new URL(next.url).hostname, "127.0.0.1");
  await next.close();
  blocker.close();
});

test("each start has its own token, in the platform's form", async () => {
  const other = await startOrg({ scenario });
  assert.match(other.accessToken, /^00D\w{12}![\w.]+$/);
  assert.notEqual(other.accessToken, org.accessToken);
  await other.close();
});
