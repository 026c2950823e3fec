import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { QUERIES } from "../../checklist/index.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { queryText } from "../../command-line/evidence/query-texts.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { startOrg, type InjectFault } from "../../local/embedded-org/org.ts";
import { breaches, faultIn } from "./laws.ts";
import { rowsOver, runOver, scenarioNow, type Run } from "./run.ts";

const scenario = await scenarioNow("several-faults");
const sound = await runOver(rowsOver(scenario), scenario);

async function runOverHttp(injectFault: InjectFault, seconds?: number): Promise<Run> {
  const org = await startOrg({ scenario, injectFault });
  try {
    return await runOver(restSource(await connectTo(org), seconds === undefined ? {} : { seconds }), scenario);
  } finally {
    await org.close();
  }
}

/** @returns a fault in the query whose file begins with the same line; no other of the catalogue does for those used here */
const only =
  (query: string, kind: string): InjectFault =>
  (soql) =>
    firstLine(soql) === firstLine(queryText(query)) ? kind : undefined;

const firstLine = (text: string): string | undefined => text.split("\n")[0];

test("over HTTP, the same is said as without a network", async () => {
  const { findings } = await runOverHttp(() => undefined);
  assert.deepEqual(findings, sound.findings);
});

const QUERIES_TRIED: readonly string[] = [
  "viewer-permissions",
  "connected-apps",
  "users",
  "permission-set-assignments"
];
const KINDS = [
  { name: "HTTP 500", kind: "UNKNOWN_EXCEPTION", fault: "server" },
  { name: "HTTP 503", kind: "SERVER_UNAVAILABLE", fault: "server" },
  { name: "HTTP 403", kind: "INSUFFICIENT_ACCESS", fault: "no-access" },
  { name: "an expired session", kind: "INVALID_SESSION_ID", fault: "no-access" },
  { name: "a page instead of data", kind: "HTML", fault: "malformed" },
  { name: "half a body", kind: "CUT", fault: "malformed" }
];

// What waits, waits while others are tried.
describe("over HTTP", { concurrency: 50 }, () => {
  test("an org that is slow but answers in time: the same is said", async () => {
    const { findings } = await runOverHttp(only("app-grants", "SLOW"));
    assert.deepEqual(findings, sound.findings);
  });

  // What each query costs by each kind of fault, faults.test.ts tries. Here, HTTP is read as that kind, whatever is asked.
  for (const [at, { name, kind, fault }] of KINDS.entries()) {
    const query = QUERIES_TRIED[at % QUERIES_TRIED.length] ?? "";
    test(`${query} answers with ${name}: nothing passes for want of it, and the rest stays`, async () => {
      const broken = await runOverHttp(only(query, kind));
      assert.equal(faultIn(broken.evidence, query), fault);
      assert.deepEqual(breaches([query], sound, broken), []);
    });
  }

  test("app-grants never answers: that is a timeout, and the rest stays", async () => {
    const broken = await runOverHttp(only("app-grants", "TIMEOUT"), 10);
    assert.equal(faultIn(broken.evidence, "app-grants"), "timeout");
    assert.deepEqual(breaches(["app-grants"], sound, broken), []);
  });

  for (const { name, kind, fault, seconds } of [
    ...KINDS,
    { name: "nothing", kind: "TIMEOUT", fault: "timeout", seconds: 1 }
  ].map((each) => ({ seconds: undefined, ...each })))
    test(`an org that answers every query with ${name}: all that was asked is unknown, and nothing passes`, async () => {
      const { asked, evidence, findings } = await runOverHttp(() => kind, seconds);
      assert.ok(asked.size > 0 && [...asked.keys()].every((query) => faultIn(evidence, query) === fault));
      assert.ok(QUERIES.length > asked.size, "queries that others feed were not asked");
      assert.deepEqual(
        findings.filter(({ state }) => state !== "unknown" && state !== "confirm"),
        []
      );
    });
});
