import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { listScenarios, loadScenario, ScenarioError } from "./scenario.ts";

const NOW = new Date("2026-05-06T12:00:00Z");
const folder = await mkdtemp(join(tmpdir(), "scenarios-"));
after(() => rm(folder, { recursive: true }));

let files = 0;
async function write(content: unknown): Promise<string> {
  const path = join(folder, `scenario-${String(++files)}.json`);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const ID = "005000000000001";
const users = (...rows: unknown[]) => ({ records: { User: rows } });

const FAULTY: readonly { name: string; content: unknown; place: string; says: RegExp }[] = [
  { name: "not JSON", content: '{\n  "records": {,}\n}', place: "line 2, column 15", says: /not JSON/ },
  { name: "JSON that ends early", content: '{"records": {', place: "line 1, column 14", says: /not JSON/ },
  { name: "a comment", content: "{} // all of it", place: "line 1, column 4", says: /not JSON/ },
  { name: "an empty file", content: "", place: "line 1, column 1", says: /not JSON/ },
  {
    name: "a key that is there twice",
    content: '{"records": {\n  "User": [],\n  "Group": [],\n  "User": []\n}}',
    place: "line 4, column 3",
    says: /"User" is here a second time/
  },
  { name: "a list", content: [], place: "", says: /expected object/ },
  {
    name: "an unknown key",
    content: { records: {}, recrods: {} },
    place: "recrods",
    says: /unknown key.*title.*records/
  },
  { name: "no records", content: { title: "Empty" }, place: "records", says: /expected record/ },
  { name: "rows that are no list", content: { records: { User: {} } }, place: "records.User", says: /expected array/ },
  { name: "a row that is no object", content: users(7), place: "records.User[0]", says: /a row is an object/ },
  { name: "an unknown object", content: { records: { Usr: [] } }, place: "records.Usr", says: /no object "Usr"/ },
  {
    name: "an unknown field",
    content: users({ Id: ID, Nam: "A" }),
    place: "records.User[0].Nam",
    says: /User has no field "Nam"/
  },
  {
    name: "a package's object without the package",
    content: { records: { et4ae5__Configuration__c: [] } },
    place: "records.et4ae5__Configuration__c",
    says: /PackageLicense/
  },
  { name: "a row without Id", content: users({ Id: ID }, { Name: "A" }), place: "records.User[1]", says: /no Id/ },
  { name: "an Id that is null", content: users({ Id: null }), place: "records.User[0].Id", says: /null does not fit/ },
  { name: "an Id that is none", content: users({ Id: "0051" }), place: "records.User[0].Id", says: /"0051".*15 or 18/ },
  {
    name: "the same Id twice",
    content: users({ Id: ID }, { Id: `${ID}AAA` }),
    place: "records.User[1].Id",
    says: /records\.User\[0\] has the same Id/
  },
  {
    name: "text for a checkbox",
    content: users({ Id: ID, IsActive: "yes" }),
    place: "records.User[0].IsActive",
    says: /"yes".*true or false/
  },
  {
    name: "a number for text",
    content: users({ Id: ID, Name: 1 }),
    place: "records.User[0].Name",
    says: /1 does not fit: text/
  },
  {
    name: "no whole number",
    content: users({ Id: ID, NumberOfFailedLogins: 1.5 }),
    place: "records.User[0].NumberOfFailedLogins",
    says: /whole number/
  },
  {
    name: "no moment",
    content: users({ Id: ID, CreatedDate: "soon" }),
    place: "records.User[0].CreatedDate",
    says: /"now-2h"/
  },
  {
    name: "a moment that no calendar has",
    content: users({ Id: ID, CreatedDate: "2026-13-01T00:00:00Z" }),
    place: "records.User[0].CreatedDate",
    says: /moment/
  },
  {
    name: "a value for a compound field",
    content: users({ Id: ID, Address: "here" }),
    place: "records.User[0].Address",
    says: /made of other fields/
  },
  {
    name: "a reference to a row that is not there",
    content: { records: { Profile: [{ Id: "00e000000000001" }], User: [{ Id: ID, ProfileId: "00e000000000002" }] } },
    place: "records.User[0].ProfileId",
    says: /User row 005000000000001AAA points to 00e000000000002AAA, and no Profile row/
  },
  {
    name: "a reference of any kind to a row that is not there",
    content: {
      records: {
        ConnectedApplication: [{ Id: "0H4000000000001" }],
        SetupEntityAccess: [{ Id: "0J0000000000001", SetupEntityId: "0H4000000000002" }]
      }
    },
    place: "records.SetupEntityAccess[0].SetupEntityId",
    says: /no ConnectedApplication row/
  },
  {
    name: "a list for text",
    content: users({ Id: ID, Name: ["A"] }),
    place: "records.User[0].Name",
    says: /a list does not fit: text/
  },
  {
    name: "an object for a number, nested deeper than it could be shown",
    content: `{"records":{"User":[{"Id":"${ID}","NumberOfFailedLogins":${'{"a":'.repeat(9000)}1${"}".repeat(9000)}}]}}`,
    place: "records.User[0].NumberOfFailedLogins",
    says: /an object does not fit: a whole number/
  },
  {
    name: "lists nested deeper than the parser can follow",
    content: "[".repeat(100_000),
    place: "line 1, column 1",
    says: /not JSON/
  },
  {
    name: "a value of a megabyte, which the message shortens",
    content: users({ Id: "x".repeat(1_000_000) }),
    place: "records.User[0].Id",
    says: /^[^]{1,2000}$/
  },
  {
    name: "a field whose name steers the terminal",
    content: users({ Id: ID, "\u001b[2J\u202ename": 1 }),
    place: "records.User[0].\\u001b[2J\\u202ename",
    says: /no field "\\u001b\[2J\\u202ename"/
  },
  {
    name: "a field that each JavaScript object has",
    content: `{"records":{"User":[{"Id":"${ID}","__proto__":{}}]}}`,
    place: "records.User[0].__proto__",
    says: /no field "__proto__"/
  },
  {
    name: "an object that each JavaScript object has",
    content: { records: { constructor: [] } },
    place: "records.constructor",
    says: /no object "constructor"/
  },
  {
    name: "a day that no calendar has",
    content: users({ Id: ID, CreatedDate: "2026-02-30T00:00:00Z" }),
    place: "records.User[0].CreatedDate",
    says: /moment/
  },
  {
    name: "a number that is too large for JSON's own",
    content: `{"records":{"User":[{"Id":"${ID}","NumberOfFailedLogins":1e999}]}}`,
    place: "records.User[0].NumberOfFailedLogins",
    says: /whole number/
  },
  {
    name: "an unknown key of an earlier visit",
    content: {
      records: {},
      visits: [{ at: "now", by: ID, systemUser: ID, impactedUsers: [], milliseconds: 1, then: {} }]
    },
    place: "visits[0].then",
    says: /: unknown key\.$/
  },
  {
    name: "a viewer who is nobody",
    content: { viewer: "who", ...users({ Id: ID }) },
    place: "viewer",
    says: /Username "who"/
  },
  {
    name: "an unknown unavailable object",
    content: { records: {}, unavailable: { Usr: "TIMEOUT" } },
    place: "unavailable.Usr",
    says: /no object "Usr"/
  },
  {
    name: "a field that may only be read",
    content: { records: {}, unavailable: { "User.Name": "READ_ONLY" } },
    place: "unavailable.User.Name",
    says: /READ_ONLY is for a whole object, e\.g\. "User"/
  },
  {
    name: "an unknown unavailable field",
    content: { records: {}, unavailable: { "User.Nam": "TIMEOUT" } },
    place: "unavailable.User.Nam",
    says: /no field "Nam"/
  },
  {
    name: "an unavailability that is no code",
    content: { records: {}, unavailable: { User: "hidden" } },
    place: "unavailable.User",
    says: /error code in capitals/
  }
];

for (const { name, content, place, says } of FAULTY)
  test(`${name}: one error that names the file and the place`, async () => {
    const path = await write(content);
    await assert.rejects(loadScenario(path), (error) => {
      assert.ok(error instanceof ScenarioError, String(error));
      assert.ok(error.message.startsWith(place ? `${path}: ${place}: ` : `${path}: `), error.message);
      assert.match(error.message, says);
      return true;
    });
  });

test("a folder: the error says that it can't be read", async () => {
  await assert.rejects(loadScenario(folder), { name: "ScenarioError", message: /: the file can't be read: EISDIR/ });
});

test("a name that is neither a file nor built in: the error offers those that are", async () => {
  await assert.rejects(
    loadScenario("several-fault"),
    /^ScenarioError: several-fault: .*Built in are: several-faults, /
  );
});

const FILES = new URL("../scenarios/", import.meta.url);
for (const name of readdirSync(FILES).filter((file) => file.endsWith(".json")))
  test(`${name} is taken as a file of one's own is`, async () => {
    await loadScenario(fileURLToPath(new URL(name, FILES)), NOW);
  });

for (const { name } of listScenarios())
  test(`${name} loads, tells what it is about, and its viewer is in it`, async () => {
    const scenario = await loadScenario(name, NOW);
    assert.ok(scenario.title && scenario.about);
    assert.equal(scenario.store.find(scenario.viewerId)?.values.Username, scenario.viewer);
    assert.equal(scenario.store.table("Organization").rows.length, 1);
  });

test("the large scenario holds as many rows as it says, and the same ones each time", async () => {
  const [one, other] = [await loadScenario("large", NOW), await loadScenario("large", NOW)];
  const count = (object: string) => one.store.table(object).rows.length;
  assert.deepEqual(
    ["User", "PermissionSetAssignment", "SetupAuditTrail", "et4ae5__IndividualEmailResult__c"].map(count),
    [20_000, 40_000, 200, 5_000]
  );
  const ticked = one.store.table("User").rows.filter((row) => row.values.et4ae5__ExactTargetForAppExchangeUser__c);
  assert.equal(ticked.length, 2_000);
  assert.deepEqual(one.store.table("User").rows.slice(1990, 2010), other.store.table("User").rows.slice(1990, 2010));
});

test("moments relative to now are moments, in the field's own form; a row was last changed when it was made", async () => {
  const path = await write({
    records: {
      User: [{ Id: ID, CreatedDate: "now-3d", LastLoginDate: "now", SuAccessExpirationDate: "now+20d" }],
      Contact: [{ Id: "003000000000001", Birthdate: "2000-02-29", CreatedDate: "2026-05-06T12:00:00+0200" }]
    }
  });
  const { store } = await loadScenario(path, NOW);
  assert.deepEqual(store.find(ID)?.values, {
    Id: `${ID}AAA`,
    CreatedDate: "2026-05-03T12:00:00.000+0000",
    LastModifiedDate: "2026-05-03T12:00:00.000+0000",
    LastLoginDate: "2026-05-06T12:00:00.000+0000",
    SuAccessExpirationDate: "2026-05-26"
  });
  assert.equal(store.find("003000000000001")?.values.CreatedDate, "2026-05-06T10:00:00.000+0000");
});

test("UserPermissionAccess needs no Id; a reference to an object that the scenario leaves out is let through", async () => {
  const path = await write({
    records: {
      UserPermissionAccess: [{ PermissionsViewSetup: true }],
      User: [{ Id: ID, ProfileId: "00e000000000001" }]
    }
  });
  const { store } = await loadScenario(path);
  assert.equal(store.table("UserPermissionAccess").rows.length, 1);
});
