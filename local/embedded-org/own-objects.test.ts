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
  const write = (file: string, xml: string): void => writeFileSync(join(folder, "Note__c", file), xml);
  mkdirSync(join(folder, "Note__c", "fields"), { recursive: true });
  write(
    "Note__c.object-meta.xml",
    "<CustomObject><nameField><displayFormat>N-{000}</displayFormat></nameField></CustomObject>"
  );
  write("fields/A__c.field-meta.xml", `<CustomField><fullName>A__c</fullName>${element}</CustomField>`);
  return folder;
}

for (const [element, field] of [
  ["<type>Text</type>", { type: "string" }],
  ["<type>Text</type><length>018</length><required>true</required>", { type: "string", length: 18, required: true }],
  ["<type>Text</type><required>false</required><unique>true</unique>", { type: "string", unique: true }],
  ["<type>LongTextArea</type>", { type: "string" }],
  ["<type>Checkbox</type>", { type: "boolean" }],
  ["<type>Number</type>", { type: "double" }],
  [
    "<referenceTo>User</referenceTo><type>Lookup</type>",
    { type: "reference", relationshipName: "A__r", referenceTo: "User" }
  ]
] as const)
  test(`a field with ${element} is read`, (t) => {
    const schema = openSchema(ownObjects(objects(t, element)));
    const none = { name: "A__c", relationshipName: null, referenceTo: null };
    assert.deepEqual(schema.objectType("Note__c")?.field("A__c"), { ...none, ...field });
  });

test("a field of a type that is not known is an error that names its file", (t) => {
  const folder = objects(t, "<type>Geolocation</type>");
  assert.throws(() => ownObjects(folder), /A__c\.field-meta\.xml: .*"Geolocation"/);
});

test("the deployed objects are read with their fields and the system's", () => {
  const schema = openSchema(ownObjects());
  assert.equal(schema.objectType("MCC_Person__c")?.parent("User__r")?.referenceTo, "User");
  assert.equal(schema.objectType("MCC_Run__c")?.field("CreatedDate")?.type, "datetime");
  assert.equal(schema.objectType("MCC_Run__c")?.nameFormat, "R-{00000000}");
});
