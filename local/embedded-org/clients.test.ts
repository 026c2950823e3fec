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

test("@salesforce/core creates, changes, reads and deletes a row", async () => {
  const runs = connection.sobject("MCC_Run__c");
  const created = await runs.create({ Verdict__c: "problems", Problems__c: 2 });
  assert.ok(created.success);
  const { id } = created;
  await runs.update({ Id: id, Problems__c: 0, Verdict__c: "healthy" });
  const row = await runs.retrieve(id);
  assert.deepEqual([row.Verdict__c, row.Problems__c, row.CreatedById], ["healthy", 0, org.scenario.viewerId]);
  await runs.destroy(id);
  await assert.rejects(runs.destroy(id), { name: "ENTITY_IS_DELETED", message: "entity is deleted" });
});

test("@salesforce/core tells why a row is not written", async () => {
  const refused = connection.sobject("MCC_Run__c").create({ Verdict__c: "x".repeat(21) });
  await assert.rejects(refused, { name: "STRING_TOO_LONG", message: /max length=20/ });
});

test("@salesforce/core reads a file's bytes", async () => {
  const files = connection.sobject("ContentVersion");
  const VersionData = Buffer.from([0, 255, 10, 200]).toString("base64");
  const { id } = await files.create({ PathOnClient: "bytes", VersionData });
  const chunks: Buffer[] = [];
  for await (const chunk of files.record(id ?? "").blob("VersionData")) chunks.push(chunk as Buffer);
  assert.equal(Buffer.concat(chunks).toString("base64"), VersionData);
});

const { Connection: JsforceConnection } = await import("@jsforce/jsforce-node");
const jsforce = new JsforceConnection({ instanceUrl: url, accessToken, version: "66.0" });
const scenarioUsers = org.scenario.store.table("User").rows;

test("jsforce runs a query and reads all pages: the rows of the scenario", async () => {
  const usernames: unknown[] = [];
  const query = jsforce.query("SELECT Username FROM User").on("record", ({ Username }) => usernames.push(Username));
  await query.run({ autoFetch: true, maxFetch: 50_000 });
  assert.deepEqual(new Set(usernames), new Set(scenarioUsers.map(({ values }) => values.Username)));
});

test("jsforce finds by conditions of its own", async () => {
  const found = await jsforce.sobject("User").find({ Username: { $like: "mcc.system@%" } }, ["Id", "Profile.Name"]);
  assert.deepEqual(
    found.map(({ Id, Profile }) => [Id, (Profile as { Name?: string } | undefined)?.Name]),
    [["005000000000002AAA", "System Administrator"]]
  );
});

test("jsforce describes, creates, updates, retrieves and deletes", async () => {
  const { fields } = await jsforce.describe("MCC_Run__c");
  assert.equal(fields.find(({ name }) => name === "Verdict__c")?.type, "string");
  const runs = jsforce.sobject("MCC_Run__c");
  const { id = "" } = await runs.create({ Verdict__c: "problems" });
  await runs.update({ Id: id, Verdict__c: "healthy" });
  assert.equal((await runs.retrieve(id)).Verdict__c, "healthy");
  assert.equal((await runs.destroy(id)).success, true);
});

test("nothing was written to the home directory", async () => {
  assert.deepEqual(await readdir(home), []);
});
