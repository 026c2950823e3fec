import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { ownObjects } from "./own-objects.ts";
import { openSchema } from "./schema.ts";

/** @returns an `objects/` folder with one object of one field */
function objects(t: TestContext, element: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mcc-objects-"));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, "Note__c", "fields"), { recursive: true });
  const xml = `<CustomField><fullName>A__c</fullName>${element}</CustomField>`;
  writeFileSync(join(folder, "Note__c", "fields", "A__c.field-meta.xml"), xml);
  return folder;
}

for (const [element, type, parent] of [
  ["<type>Text</type>", "string", null],
  ["<type>LongTextArea</type>", "string", null],
  ["<type>Checkbox</type>", "boolean", null],
  ["<type>Number</type>", "double", null],
  ["<referenceTo>User</referenceTo><type>Lookup</type>", "reference", "A__r"]
] as const)
  test(`a field with ${element} is of type ${type}`, (t) => {
    const schema = openSchema(ownObjects(objects(t, element)));
    const field = schema.objectType("Note__c")?.field("A__c");
    assert.deepEqual([field?.type, field?.relationshipName], [type, parent]);
  });

test("a field of a type that is not known is an error that names its file", (t) => {
  const folder = objects(t, "<type>Geolocation</type>");
  assert.throws(() => ownObjects(folder), /A__c\.field-meta\.xml: .*"Geolocation"/);
});

test("the deployed objects are read with their fields and the system's", () => {
  const schema = openSchema(ownObjects());
  assert.equal(schema.objectType("MCC_Person__c")?.parent("User__r")?.referenceTo, "User");
  assert.equal(schema.objectType("MCC_Run__c")?.field("CreatedDate")?.type, "datetime");
});
