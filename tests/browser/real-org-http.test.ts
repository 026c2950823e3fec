import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "../../local/page/server.ts";
import { ask, enter, startHeardOrg, startPageOn, type Answer, type HeardOrg } from "./real-org.ts";

// Needs no browser, but the whole page, which is built for the tests that do.

const NO = { saved: false, reason: "no-access", message: "This page only reads the org.", rows: null };
const CONFIRMATION = { check: "scope-by-user", holds: true, version: null };
const PERSON = [{ key: "system-user", role: "system-user", userId: "005000000000002" }];
const RUN = { verdict: "healthy" };

/** Each method that the tab has. */
const METHODS = [
  {
    method: "MccRecordsController.mayWrite",
    params: {},
    answer: { confirm: false, undo: false, savePeople: false, saveRun: false }
  },
  { method: "MccRecordsController.confirm", params: { confirmation: CONFIRMATION }, answer: NO },
  { method: "MccRecordsController.undo", params: { confirmation: CONFIRMATION }, answer: NO },
  { method: "MccRecordsController.savePeople", params: { people: PERSON }, answer: NO },
  { method: "MccRecordsController.saveRun", params: { run: RUN, report: "{}" }, answer: NO },
  { method: "MccRecordsController.saveRun", params: { run: RUN, report: "x".repeat(200_000) }, answer: NO }
];

/** What a page of somebody else's making could ask the gateway for. */
const QUERIES = [
  { name: "a query of the catalogue is asked", query: "organization", error: null, asks: 1 },
  { name: "a query of one's own is not asked", query: "SELECT Id FROM Account", error: "UnknownQuery", asks: 0 },
  { name: "a file beside the catalogue is not asked", query: "../../package", error: "UnknownQuery", asks: 0 },
  { name: "what every object has is not asked", query: "constructor", error: "UnknownQuery", asks: 0 },
  {
    name: "a value that would break out of its place stays a value, which the org refuses",
    query: "viewer",
    texts: { viewerId: "' OR Id != '" },
    error: "INVALID_QUERY_FILTER_OPERATOR",
    asks: 1
  }
];

describe("the local page on a real org, over HTTP", () => {
  let heard: HeardOrg;
  let page: Page;
  let cookie: { cookie: string };
  /** Everything that a page could get, with its headers. */
  const got: Answer[] = [];

  const visit = async (path: string, question: Parameters<typeof ask>[1] = {}): Promise<Answer> => {
    const answer = await ask(new URL(path, page.url), { ...question, headers: { ...cookie, ...question.headers } });
    got.push(answer);
    return answer;
  };
  const call = (method: string, params: object): Promise<Answer> =>
    visit(`/apex/${method}?scenario=target-org`, { method: "POST", body: params });

  before(async () => {
    heard = await startHeardOrg("several-faults");
    page = await startPageOn(heard);
    cookie = await enter(page);
  });
  after(async () => {
    await page.close();
    await heard.close();
  });

  for (const { method, params, answer } of METHODS)
    test(`${method} writes nothing, and ${answer === NO ? "says why" : "tells so"}`, async () => {
      const before = heard.heard.length;
      const { status, body } = await call(method, params);
      assert.deepEqual([status, JSON.parse(body)], [200, { state: "SUCCESS", returnValue: answer }]);
      assert.deepEqual(heard.heard.slice(before), []);
    });

  test("nobody may fix, and there is no way to", async () => {
    const before = heard.heard.length;
    const { body } = await call("MccFixer.mayFix", {});
    assert.deepEqual(JSON.parse(body), { state: "SUCCESS", returnValue: { fix: false } });
    for (const method of ["intend", "act", "close"]) {
      const { body: refusal } = await call(`MccFixer.${method}`, {
        plan: "x",
        changes: [],
        changeId: "a0R000000000001AAA"
      });
      assert.deepEqual(JSON.parse(refusal), {
        state: "ERROR",
        error: { message: `There is no Apex method MccFixer.${method}.` }
      });
    }
    assert.deepEqual(heard.heard.slice(before), []);
  });

  for (const { name, query, texts = {}, error, asks } of QUERIES)
    test(name, async () => {
      const before = heard.heard.length;
      const { body } = await call("MccGateway.runQueries", { requests: [{ name: query, texts }] });
      const { returnValue } = JSON.parse(body) as { returnValue: { errorType: string | null }[] };
      assert.deepEqual(
        returnValue.map(({ errorType }) => errorType),
        [error]
      );
      assert.equal(heard.heard.length - before, asks);
    });

  test("nothing but GET leaves the connection, whoever calls it", async () => {
    const { connectTo } = await import("../../command-line/orgs/target-org.ts");
    const { targetNamed } = await import("../../command-line/orgs/target.ts");
    const { readsOnly } = await import("../../local/page/reads-only.ts");
    const { connection } = await connectTo(await targetNamed(heard.org.accessToken));
    const runs = readsOnly(connection).sobject("MCC_Run__c");
    const id = "a0R000000000001AAA";
    const writes = [
      () => runs.create({ Verdict__c: "healthy" }),
      () => runs.update({ Id: id, Verdict__c: "healthy" }),
      () => runs.upsert({ Name: "x", Verdict__c: "healthy" }, "Name"),
      () => runs.destroy(id),
      () => connection.requestPost("/composite/graph", {}),
      () => connection.requestPatch("/sobjects/MCC_Run__c/x", {}),
      () => connection.requestPut("/sobjects/MCC_Run__c/x", {}),
      () => connection.requestDelete("/sobjects/MCC_Run__c/x")
    ];
    for (const write of writes)
      await assert.rejects(
        async () => await write(),
        /This page only reads the org: (POST|PATCH|PUT|DELETE) is not sent\./
      );
    assert.equal((await connection.query("SELECT Id FROM Organization")).totalSize, 1);
  });

  test("the page tells which org it is, through whose login it is seen, and where its links lead", async () => {
    const { body, headers } = await visit("/");
    const context = JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(body)?.[1] ?? "") as {
      realOrg: unknown;
    };
    const { store, organizationId, viewerId } = heard.org.scenario;
    assert.deepEqual(context.realOrg, {
      name: store.find(organizationId)?.values.Name,
      kind: "production",
      username: store.find(viewerId)?.values.Username,
      address: heard.address
    });
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /base-uri 'none'; .*frame-ancestors 'none'$/);
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cache-control"], "no-store");
  });

  const STRANGERS = [
    { name: "a foreign Host", headers: { host: "mcc.example.com" }, status: 421 },
    { name: "a foreign Origin", headers: { origin: "https://mcc.example.com" }, status: 403 },
    { name: "the org's own Origin", headers: { origin: "https://acme.my.salesforce.com" }, status: 403 },
    { name: "a page of another port of this machine", headers: { origin: "http://127.0.0.1:1" }, status: 403 }
  ];
  for (const { name, headers, status } of STRANGERS)
    test(`${name} is refused, cookie or not`, async () => {
      for (const path of ["/", "/apex/MccRecordsController.mayWrite"])
        assert.equal((await visit(path, { headers, method: path === "/" ? "GET" : "POST" })).status, status);
    });

  test("without the cookie nothing is answered, not even a style sheet", async () => {
    for (const path of ["/", "/slds/slds2.cosmos.css", "/lightning/setup/Users/home", "/none"]) {
      const { status, body } = await ask(new URL(path, page.url));
      assert.deepEqual([status, body], [403, "Refused: open the address that npm start printed."], path);
    }
    const asked = heard.heard.length;
    const requests = JSON.stringify([{ name: "users", binds: { userIds: [] } }]);
    const address = new URL("/apex/MccGateway.runQueries", page.url);
    assert.equal((await ask(address, { method: "POST", body: { requests } })).status, 403);
    assert.equal(heard.heard.length, asked);
  });

  test("the address is told to be used when it is opened again elsewhere", async () => {
    const { status, body } = await ask(page.url);
    assert.equal(status, 403);
    assert.match(body, /this address was used already/);
  });

  const LAST = [
    { name: "a scenario that there is not", path: "/?scenario=none", status: 500 },
    { name: "an address that there is not", path: "/lightning/setup/Users/home", status: 404 },
    { name: "a language that there is not", path: "/?language=none", status: 200 }
  ];
  for (const { name, path, status } of LAST)
    test(`${name} is answered with HTTP ${String(status)}`, async () => {
      assert.equal((await visit(path)).status, status);
    });

  test("an org that can't be reached any more is told in one sentence that says what to do", async () => {
    await heard.org.close();
    const requests = [{ name: "organization" }];
    const { body } = await call("MccGateway.runQueries", { requests });
    assert.match(body, /"state":"ERROR".*: the connection to Salesforce failed \(\w+\)\. Nothing is reported/);
  });

  test("of all that was answered, errors among it, nothing holds a credential", () => {
    const { accessToken } = heard.org;
    const token = new URL(page.url).searchParams.get("token") ?? "";
    assert.ok(got.length > 20);
    for (const { headers, body } of got) {
      const sent = JSON.stringify(headers) + body;
      for (const secret of [accessToken, accessToken.split("!")[1] ?? "", token, cookie.cookie, "sid=", "Bearer"])
        assert.equal(sent.includes(secret), false, body.slice(0, 200));
    }
  });

  test("of all that the org was asked, everything was GET", () => {
    assert.ok(heard.heard.length > 5);
    assert.deepEqual(
      heard.heard.filter((request) => !request.startsWith("GET /services/data/v66.0/")),
      []
    );
  });
});
