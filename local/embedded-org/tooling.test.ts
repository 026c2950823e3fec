import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startOrg } from "./org.ts";
import { loadScenario } from "./scenario.ts";

const org = await startOrg({ scenario: await loadScenario("several-faults") });
after(() => org.close());

async function ask(resource: string, soql: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${org.url}/services/data/v66.0/${resource}?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${org.accessToken}` }
  });
  return { status: response.status, body: await response.json() };
}

const ADMIN = "SELECT FullName FROM Profile WHERE Id = '00e000000000001'";

test("the Tooling API tells the real name of one profile", async () => {
  const { body } = await ask("tooling/query", ADMIN);
  assert.equal((body as { records: { FullName: string }[] }).records[0]?.FullName, "Admin");
});

for (const { name, resource, soql, code } of [
  {
    name: "of several profiles",
    resource: "tooling/query",
    soql: "SELECT FullName FROM Profile",
    code: "MALFORMED_QUERY"
  },
  { name: "in the data API", resource: "query", soql: ADMIN, code: "INVALID_FIELD" },
  { name: "without a query", resource: "tooling/query", soql: "", code: "MALFORMED_QUERY" }
])
  test(`it is refused ${name}: ${code}`, async () => {
    const { status, body } = await ask(resource, soql);
    assert.deepEqual([status, (body as { errorCode: string }[])[0]?.errorCode], [400, code]);
  });
