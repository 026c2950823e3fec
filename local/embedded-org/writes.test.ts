import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startOrg } from "./org.ts";
import { loadScenario } from "./scenario.ts";

const VIEWER = "005000000000001AAA";
const NOW = "2026-05-04T10:00:00.000+0000";
const folder = mkdtempSync(join(tmpdir(), "mcc-writes-"));

async function orgWith(unavailable: Readonly<Record<string, string>> = {}) {
  const file = join(folder, "scenario.json");
  const records = {
    User: [{ Id: VIEWER, Name: "Ada Fields", Username: "ada.fields@example.com" }],
    ConnectedApplication: [{ Id: "0H4000000000001", Name: "App", LastModifiedDate: "now-3d" }]
  };
  writeFileSync(file, JSON.stringify({ records, unavailable }));
  const org = await startOrg({ scenario: await loadScenario(file, new Date("2026-05-04T10:00:00Z")) });
  after(() => org.close());
  return org;
}
after(() => {
  rmSync(folder, { recursive: true });
});

const org = await orgWith();
const readOnlyOrg = await orgWith({ MCC_Confirmation__c: "READ_ONLY" });
type Body = Readonly<Record<string, unknown>>;

async function ask(method: string, path: string, body?: unknown, to = org): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${to.url}/services/data/v66.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${to.accessToken}`, "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) })
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
}

async function create(object: string, fields: Body): Promise<string> {
  const { status, body } = await ask("POST", `sobjects/${object}`, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return (body as { id: string }).id;
}

async function rows(soql: string, from = org): Promise<Body[]> {
  const { body } = await ask("GET", `query?q=${encodeURIComponent(soql)}`, undefined, from);
  return (body as { records: Body[] }).records;
}

const confirmation = (key: string, more: Body = {}): Body => ({ Key__c: key, Check__c: key, Version__c: "1", ...more });
const graph = (...compositeRequest: Body[]): Body => ({ graphs: [{ graphId: "1", compositeRequest }] });
const node = (method: string, path: string, body?: Body): Body => ({
  method,
  url: `/services/data/v66.0/sobjects/${path}`,
  referenceId: `${method}-${path}`.replace(/\W/g, ""),
  ...(body && { body })
});

test("a row that is created has the org's own fields", async () => {
  const { status, body } = await ask("POST", "sobjects/mcc_confirmation__c", confirmation("first", { Holds__c: true }));
  const { id } = body as { id: string };
  assert.deepEqual([status, body], [201, { id, success: true, errors: [] }]);
  const { body: row } = await ask("GET", `sobjects/MCC_Confirmation__c/${id}`);
  assert.deepEqual(row, {
    attributes: { type: "MCC_Confirmation__c", url: `/services/data/v66.0/sobjects/MCC_Confirmation__c/${id}` },
    Id: id,
    OwnerId: VIEWER,
    IsDeleted: false,
    Name: `C-${id.slice(9, 15)}`,
    CreatedDate: NOW,
    CreatedById: VIEWER,
    LastModifiedDate: NOW,
    LastModifiedById: VIEWER,
    SystemModstamp: NOW,
    Key__c: "first",
    Check__c: "first",
    Subject__c: null,
    Holds__c: true,
    Note__c: null,
    Answer__c: null,
    Basis__c: null,
    Marketing_Cloud__c: null,
    Version__c: "1",
    Confirmed_By__c: null,
    Confirmed_At__c: null,
    Org__c: null
  });
});

test("each object has Ids with a prefix of its own, which its description tells", async () => {
  const ids = [
    await create("MCC_Confirmation__c", confirmation("prefix")),
    await create("MCC_Person__c", { Key__c: "prefix", Role__c: "group" }),
    await create("MCC_Run__c", { Verdict__c: "healthy" })
  ];
  const prefixes = ids.map((id) => id.slice(0, 3));
  assert.equal(new Set(prefixes).size, 3);
  const { body } = await ask("GET", "sobjects/MCC_Run__c/describe");
  assert.equal((body as { keyPrefix: string }).keyPrefix, prefixes[2]);
});

test("a row that is changed keeps what was not named, and is no twin of itself", async () => {
  const id = await create("MCC_Confirmation__c", confirmation("changed", { Note__c: "seen" }));
  const { status, body } = await ask("PATCH", `sobjects/MCC_Confirmation__c/${id.slice(0, 15)}`, {
    Key__c: "Changed",
    Version__c: "2"
  });
  assert.deepEqual([status, body], [204, null]);
  const [row] = await rows(`SELECT Key__c, Note__c, Version__c FROM MCC_Confirmation__c WHERE Id = '${id}'`);
  assert.deepEqual([row?.Key__c, row?.Note__c, row?.Version__c], ["Changed", "seen", "2"]);
});

test("a row that is deleted is gone, frees its key, and its Id comes never again", async () => {
  const id = await create("MCC_Confirmation__c", confirmation("deleted"));
  assert.deepEqual(await ask("DELETE", `sobjects/MCC_Confirmation__c/${id}`), { status: 204, body: null });
  assert.deepEqual(await rows(`SELECT Id FROM MCC_Confirmation__c WHERE Id = '${id}'`), []);
  assert.notEqual(await create("MCC_Confirmation__c", confirmation("deleted")), id);
});

test("a file is kept with its document and links, read by its bytes, and goes with its document", async () => {
  const run = await create("MCC_Run__c", { Verdict__c: "healthy" });
  const VersionData = Buffer.from("kept ä\u0000").toString("base64");
  const id = await create("ContentVersion", {
    Title: "Report",
    PathOnClient: "report.json",
    VersionData,
    FirstPublishLocationId: run
  });
  const [file] = await rows(
    `SELECT VersionData, ContentDocumentId, ContentSize FROM ContentVersion WHERE Id = '${id}'`
  );
  assert.deepEqual(
    [file?.VersionData, file?.ContentSize],
    [`/services/data/v66.0/sobjects/ContentVersion/${id}/VersionData`, 8]
  );
  const response = await fetch(`${org.url}${String(file?.VersionData)}`, {
    headers: { authorization: `Bearer ${org.accessToken}` }
  });
  assert.equal(Buffer.from(await response.arrayBuffer()).toString("base64"), VersionData);

  const links = `SELECT LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId = '${String(file?.ContentDocumentId)}'`;
  assert.deepEqual(
    (await rows(links)).map(({ LinkedEntityId }) => LinkedEntityId),
    [VIEWER, run]
  );
  const deleted = await ask("DELETE", `sobjects/ContentDocument/${String(file?.ContentDocumentId)}`);
  assert.equal(deleted.status, 204);
  assert.deepEqual([await rows(links), await rows(`SELECT Id FROM ContentVersion WHERE Id = '${id}'`)], [[], []]);
});

const existing = await create("MCC_Confirmation__c", confirmation("existing"));
const gone = await create("MCC_Confirmation__c", confirmation("gone"));
await ask("DELETE", `sobjects/MCC_Confirmation__c/${gone}`);

const CONFIRMATION = "sobjects/MCC_Confirmation__c";
const REFUSED: readonly {
  name: string;
  method?: string;
  path?: string;
  body?: unknown;
  to?: typeof org;
  error: { status?: number; errorCode: string; says?: RegExp; fields?: string[] };
}[] = [
  {
    name: "an unknown field",
    body: confirmation("x", { Nope__c: 1 }),
    error: { errorCode: "INVALID_FIELD", says: /No such column 'Nope__c' on sobject of type MCC_Confirmation__c/ }
  },
  {
    name: "no value in required fields",
    body: { Key__c: "x", Check__c: "" },
    error: {
      errorCode: "REQUIRED_FIELD_MISSING",
      says: /\[Check__c, Version__c\]/,
      fields: ["Check__c", "Version__c"]
    }
  },
  {
    name: "emptying a required field",
    method: "PATCH",
    path: `${CONFIRMATION}/${existing}`,
    body: { Check__c: null },
    error: { errorCode: "REQUIRED_FIELD_MISSING", fields: ["Check__c"] }
  },
  {
    name: "a key that exists in other letters",
    body: confirmation("EXISTING"),
    error: { errorCode: "DUPLICATE_VALUE", says: new RegExp(`Key__c .*: ${existing.slice(0, 15)}$`), fields: [] }
  },
  {
    name: "changing a key to one that exists",
    method: "PATCH",
    path: `${CONFIRMATION}/${existing}`,
    body: { Key__c: "First" },
    error: { errorCode: "DUPLICATE_VALUE" }
  },
  {
    name: "text longer than its field",
    body: confirmation("x", { Note__c: "x".repeat(4001) }),
    error: { errorCode: "STRING_TOO_LONG", says: /^Note: .*\(max length=4000\)$/, fields: ["Note__c"] }
  },
  {
    name: "a field of the system",
    body: confirmation("x", { CreatedDate: NOW, Name: "C-1" }),
    error: { errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE", fields: ["CreatedDate", "Name"] }
  },
  { name: "text for a box", body: confirmation("x", { Holds__c: "yes" }), error: { errorCode: "JSON_PARSER_ERROR" } },
  {
    name: "nothing for a box",
    body: confirmation("x", { Holds__c: null }),
    error: { errorCode: "INVALID_TYPE_ON_FIELD_IN_RECORD", fields: ["Holds__c"] }
  },
  {
    name: "a reference that is no Id",
    path: "sobjects/MCC_Person__c",
    body: { Key__c: "x", Role__c: "group", User__c: "nobody" },
    error: { errorCode: "MALFORMED_ID", says: /User ID: id value of incorrect type: nobody/, fields: ["User__c"] }
  },
  {
    name: "a reference to a row that is not there",
    path: "sobjects/MCC_Person__c",
    body: { Key__c: "x", Role__c: "group", User__c: "005000000000099" },
    error: { errorCode: "INVALID_CROSS_REFERENCE_KEY" }
  },
  { name: "a body that is no JSON", body: "{ Key__c:", error: { errorCode: "JSON_PARSER_ERROR" } },
  { name: "a list", body: [], error: { errorCode: "JSON_PARSER_ERROR" } },
  { name: "no body", error: { errorCode: "JSON_PARSER_ERROR" } },
  {
    name: "an unknown object",
    path: "sobjects/Nope__c",
    body: {},
    error: { status: 404, errorCode: "NOT_FOUND" }
  },
  {
    name: "changing a row that is not there",
    method: "PATCH",
    path: `${CONFIRMATION}/aM0000000000999`,
    body: {},
    error: { status: 404, errorCode: "NOT_FOUND" }
  },
  {
    name: "changing a row of another object",
    method: "PATCH",
    path: `sobjects/MCC_Run__c/${existing}`,
    body: {},
    error: { status: 404, errorCode: "NOT_FOUND" }
  },
  {
    name: "changing a deleted row",
    method: "PATCH",
    path: `${CONFIRMATION}/${gone}`,
    body: {},
    error: { status: 404, errorCode: "ENTITY_IS_DELETED", says: /^entity is deleted$/ }
  },
  {
    name: "deleting twice",
    method: "DELETE",
    path: `${CONFIRMATION}/${gone}`,
    error: { status: 404, errorCode: "ENTITY_IS_DELETED" }
  },
  {
    name: "changing a connected app's policy",
    method: "PATCH",
    path: "sobjects/ConnectedApplication/0H4000000000001",
    body: { OptionsAllowAdminApprovedUsersOnly: true },
    error: {
      errorCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
      says: /^entity type cannot be updated: Connected Application$/
    }
  },
  {
    name: "a file without its name",
    path: "sobjects/ContentVersion",
    body: { VersionData: "eA==" },
    error: { errorCode: "REQUIRED_FIELD_MISSING", fields: ["PathOnClient"] }
  },
  {
    name: "creating a row that may only be read",
    body: confirmation("x"),
    to: readOnlyOrg,
    error: { errorCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY" }
  },
  {
    name: "deleting a row that may only be read",
    method: "DELETE",
    path: `${CONFIRMATION}/${existing}`,
    to: readOnlyOrg,
    error: { errorCode: "INSUFFICIENT_ACCESS_OR_READONLY" }
  }
];

for (const { name, method = "POST", path = CONFIRMATION, body, to, error } of REFUSED)
  test(`${name} is refused: ${error.errorCode}`, async () => {
    const answer = await ask(method, path, body, to);
    const [refusal] = answer.body as { errorCode: string; message: string; fields?: string[] }[];
    assert.deepEqual([answer.status, refusal?.errorCode], [error.status ?? 400, error.errorCode]);
    assert.match(refusal?.message ?? "", error.says ?? /./);
    if (error.fields) assert.deepEqual(refusal?.fields, error.fields);
  });

test("a refused row leaves nothing behind", async () => {
  assert.deepEqual(await rows("SELECT Id FROM MCC_Confirmation__c WHERE Key__c = 'x'"), []);
});

test("objects that may only be read can be read, and their description says so", async () => {
  assert.deepEqual(await rows("SELECT Id FROM MCC_Confirmation__c", readOnlyOrg), []);
  const may = async (object: string): Promise<unknown[]> => {
    const { body } = await ask("GET", `sobjects/${object}/describe`, undefined, readOnlyOrg);
    const { queryable, createable, updateable, deletable } = body as Body;
    return [queryable, createable, updateable, deletable];
  };
  assert.deepEqual(await may("MCC_Confirmation__c"), [true, false, false, false]);
  assert.deepEqual(await may("MCC_Run__c"), [true, true, true, true]);
  assert.deepEqual(await may("ConnectedApplication"), [true, false, false, false]);
});

test("a description tells which fields may be written and which must be", async () => {
  const { body } = await ask("GET", "sobjects/MCC_Confirmation__c/describe");
  const { fields } = body as { fields: { name: string; [property: string]: unknown }[] };
  const described = (name: string): unknown => {
    const field = fields.find((each) => each.name === name);
    return [field?.nillable, field?.createable, field?.updateable, field?.length, field?.unique];
  };
  assert.deepEqual(described("Key__c"), [false, true, true, 120, true]);
  assert.deepEqual(described("Note__c"), [true, true, true, 4000, false]);
  assert.deepEqual(described("LastModifiedDate"), [true, false, false, 0, false]);
});

test("a graph whose writes all succeed is carried out", async () => {
  const id = await create("MCC_Person__c", { Key__c: "graph/a", Role__c: "group" });
  const { body } = await ask(
    "POST",
    "composite/graph",
    graph(
      node("DELETE", `MCC_Person__c/${id}`),
      node("POST", "MCC_Person__c", { Key__c: "graph/a", Role__c: "system-user" }),
      node("POST", "MCC_Person__c", { Key__c: "graph/b", Role__c: "group" })
    )
  );
  const [{ isSuccessful, graphResponse }] = (
    body as {
      graphs: [{ isSuccessful: boolean; graphResponse: { compositeResponse: { httpStatusCode: number }[] } }];
    }
  ).graphs;
  assert.equal(isSuccessful, true);
  assert.deepEqual(
    graphResponse.compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
    [204, 201, 201]
  );
  const saved = await rows("SELECT Key__c, Role__c FROM MCC_Person__c WHERE Key__c LIKE 'graph/%' ORDER BY Key__c");
  assert.deepEqual(
    saved.map(({ Key__c, Role__c }) => [Key__c, Role__c]),
    [
      ["graph/a", "system-user"],
      ["graph/b", "group"]
    ]
  );
});

test("a graph of which one write fails changes nothing, and says which", async () => {
  const before = await rows("SELECT Id, Key__c FROM MCC_Person__c ORDER BY Id");
  const [first] = before;
  const { body } = await ask(
    "POST",
    "composite/graph",
    graph(
      node("DELETE", `MCC_Person__c/${String(first?.Id)}`),
      node("POST", "MCC_Person__c", { Key__c: "x".repeat(81), Role__c: "group" }),
      node("POST", "MCC_Person__c", { Key__c: "never", Role__c: "group" })
    )
  );
  const codes = (
    body as { graphs: [{ graphResponse: { compositeResponse: { body: [{ errorCode: string }] }[] } }] }
  ).graphs[0].graphResponse.compositeResponse.map((answer) => answer.body[0].errorCode);
  assert.deepEqual(codes, ["PROCESSING_HALTED", "STRING_TOO_LONG", "PROCESSING_HALTED"]);
  assert.deepEqual(await rows("SELECT Id, Key__c FROM MCC_Person__c ORDER BY Id"), before);
});

test("an admin's change in Setup is seen by the next query", async () => {
  org.change("ConnectedApplication", "0H4000000000001", { OptionsAllowAdminApprovedUsersOnly: true });
  const [app] = await rows("SELECT OptionsAllowAdminApprovedUsersOnly, LastModifiedDate FROM ConnectedApplication");
  assert.deepEqual([app?.OptionsAllowAdminApprovedUsersOnly, app?.LastModifiedDate], [true, NOW]);
});

const CHANGES: readonly { name: string; change: Parameters<typeof org.change>; says: RegExp }[] = [
  {
    name: "an unknown row",
    change: ["ConnectedApplication", "0H4000000000009", {}],
    says: /no ConnectedApplication row/
  },
  { name: "an unknown field", change: ["ConnectedApplication", "0H4000000000001", { Nope: 1 }], says: /Nope/ },
  { name: "a value that does not fit", change: ["ConnectedApplication", "0H4000000000001", { Name: 1 }], says: /Name/ }
];
for (const { name, change, says } of CHANGES)
  test(`a change in Setup to ${name} is an error that names it`, () => {
    assert.throws(() => org.change(...change), says);
  });
