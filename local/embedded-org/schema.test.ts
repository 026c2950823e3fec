import assert from "node:assert/strict";
import { test } from "node:test";
import { publicFields } from "./class-file.ts";
import { ET4AE5 } from "./et4ae5.ts";
import { openSchema } from "./schema.ts";

const schema = openSchema(ET4AE5);

const FIELDS: readonly [
  object: string,
  field: string,
  type: string,
  parent: string | null,
  referenceTo: string | null
][] = [
  ["user", "ID", "id", null, null],
  ["User", "ProfileId", "reference", "Profile", "Profile"],
  ["User", "username", "string", null, null],
  ["User", "IsActive", "boolean", null, null],
  ["User", "Latitude", "double", null, null],
  ["User", "Address", "compound", null, null],
  ["User", "CreatedDate", "datetime", null, null],
  ["Contact", "Birthdate", "date", null, null],
  ["PermissionSetAssignment", "AssigneeId", "reference", "Assignee", "User"],
  ["SetupEntityAccess", "SetupEntityId", "reference", "SetupEntity", "Name"],
  ["ConnectedApplication", "RefreshTokenValidityPeriod", "int", null, null],
  ["User", "et4ae5__ExactTargetForAppExchangeUser__c", "boolean", null, null],
  ["et4ae5__configuration__c", "CreatedById", "reference", "CreatedBy", "User"],
  ["et4ae5__IndividualEmailResult__c", "et4ae5__Contact__c", "reference", "et4ae5__Contact__r", "Contact"]
];

for (const [object, name, type, relationshipName, referenceTo] of FIELDS)
  test(`${object}.${name} is of type ${type}`, () => {
    const field = schema.objectType(object)?.field(name);
    assert.deepEqual(
      { type: field?.type, relationshipName: field?.relationshipName, referenceTo: field?.referenceTo },
      { type, relationshipName, referenceTo }
    );
  });

test("an object that Salesforce does not have is undefined", () => {
  assert.equal(schema.objectType("Usr"), undefined);
  assert.equal(schema.objectType("__proto__"), undefined);
});

test("without the package its objects and fields are not there", () => {
  const plain = openSchema();
  assert.equal(plain.objectType("et4ae5__Configuration__c"), undefined);
  assert.equal(plain.objectType("User")?.field("et4ae5__ExactTargetUsername__c"), undefined);
});

test("what is hidden is not there, and all else is", () => {
  const hidden = openSchema(ET4AE5, new Set(["profile", "user.username"]));
  assert.equal(hidden.objectType("Profile"), undefined);
  assert.equal(hidden.objectType("User")?.field("Username"), undefined);
  assert.ok(hidden.objectType("User")?.field("Name"));
});

test("a child relationship leads to the object of its rows", () => {
  assert.equal(schema.objectType("User")?.child("permissionSetAssignments")?.object, "PermissionSetAssignment");
  assert.equal(schema.objectType("User")?.child("PermissionSetAssignment"), undefined);
});

test("bytes that are no class file are refused", () => {
  assert.throws(() => publicFields(new Uint8Array(16)), /not a Java class file/);
});
