import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startOrg } from "./org.ts";
import { loadScenario } from "./scenario.ts";

// The library keeps keys and aliases in the home directory; both are set before it is loaded, so that none is touched.
const home = await mkdtemp(join(tmpdir(), "home-"));
process.env.HOME = process.env.USERPROFILE = home;
process.env.FORCE_MEMFS = "true";
process.env.SF_DISABLE_LOG_FILE = "true";
const { AuthInfo, Connection } = await import("@salesforce/core");

const org = await startOrg({ scenario: await loadScenario("large") });
const { url, accessToken } = org;
const authInfo = await AuthInfo.create({
  username: accessToken,
  accessTokenOptions: { accessToken, instanceUrl: url, loginUrl: url }
});
const connection = await Connection.create({ authInfo, connectionOptions: { version: "66.0" } });

after(async () => {
  await org.close();
  await rm(home, { recursive: true });
});

test("@salesforce/core runs a query and reads parents", async () => {
  const { records } = await connection.query<{ Name: string; Profile: { Name: string } }>(
    "SELECT Name, Profile.Name FROM User WHERE Username = 'mcc.system@example.com'"
  );
  assert.deepEqual(
    records.map(({ Name, Profile }) => [Name, Profile.Name]),
    [["Marketing Cloud Connect", "System Administrator"]]
  );
});

test("@salesforce/core fetches all pages", async () => {
  const { records, totalSize, done } = await connection.query<{ Id: string }>("SELECT Id FROM User", {
    autoFetch: true,
    maxFetch: 50_000
  });
  assert.deepEqual([new Set(records.map(({ Id }) => Id)).size, totalSize, done], [20_000, 20_000, true]);
});

test("@salesforce/core reads descriptions", async () => {
  const { fields } = await connection.describe("SetupEntityAccess");
  const parent = fields.find(({ name }) => name === "ParentId");
  assert.deepEqual(
    [parent?.type, parent?.relationshipName, parent?.referenceTo],
    ["reference", "Parent", ["PermissionSet"]]
  );
  const { sobjects } = await connection.describeGlobal();
  assert.ok(sobjects.some(({ name }) => name === "et4ae5__Configuration__c"));
});

test("@salesforce/core reads a row, the newest version and who is logged in", async () => {
  const row = await connection.sobject("User").retrieve("005000000000002");
  assert.equal(row.Name, "Marketing Cloud Connect");
  assert.equal(await connection.retrieveMaxApiVersion(), "66.0");
  assert.equal((await connection.identity()).user_id, org.scenario.viewerId);
});

test("@salesforce/core tells an error by its code and words", async () => {
  await assert.rejects(Promise.resolve(connection.query("SELECT Nope FROM User")), (error: Error) => {
    assert.equal(error.name, "INVALID_FIELD");
    assert.match(error.message, /No such column 'Nope' on entity 'User'/);
    return true;
  });
});

test("nothing was written to the home directory", async () => {
  assert.deepEqual(await readdir(home), []);
});
