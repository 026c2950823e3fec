import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ET4AE5 } from "./et4ae5.ts";
import { openSchema, type Field } from "./schema.ts";
import { runQuery } from "./soql/query.ts";
import { Store } from "./store.ts";

const schema = openSchema(ET4AE5);

const objectNamed = (name: string) => schema.objectType(`et4ae5__${name}__c`);
const fieldOf = (object: string, name: string): Field | undefined => objectNamed(object)?.field(`et4ae5__${name}__c`);

describe("a field of the package has the type of retrieved metadata", () => {
  const isLong = ({ length = 0 }: Field): boolean => length > 255;
  const TYPES: readonly [object: string, type: string, long: boolean, fields: readonly string[]][] = [
    [
      "Configuration",
      "boolean",
      false,
      [
        "Aggregate_Tracking",
        "Allow_Personal_Reports",
        "Individual_Tracking",
        "Link_Detail_Tracking",
        "MultiFrom",
        "MultiReplyTo",
        "Restrict_Automation",
        "Retry",
        "Sent_Events_Tracking"
      ]
    ],
    ["Configuration", "double", false, ["Days_Tracked"]],
    ["Configuration", "datetime", false, ["Last_Log_Request"]],
    ["Configuration", "string", true, ["automationObjects", "replyToOptions"]],
    ["Configuration", "string", false, ["Username", "Integration_Type"]],
    ["Campaign_Member_Configuration", "boolean", false, ["UpdateStatusOrActivity"]],
    ["Campaign_Member_Configuration", "string", false, ["mapSentTo", "mapUnsubscribedTo"]],
    ["SendDefinition", "string", true, ["Messages"]],
    ["UEBU", "string", false, ["Enabled", "Business_Unit_ID", "Business_Unit_Name"]]
  ];
  for (const [object, type, long, fields] of TYPES)
    for (const name of fields)
      test(`${object}.${name}`, () => {
        const field = fieldOf(object, name);
        assert.ok(field, "there is no such field");
        assert.deepEqual([field.type, isLong(field)], [type, long]);
      });
});

describe("a lookup of the package leads to its object", () => {
  for (const [object, name, target] of [
    ["UEBU", "BU", "et4ae5__Business_Unit__c"],
    ["Automated_Send", "Business_Unit", "et4ae5__Business_Unit__c"],
    ["SendDefinition", "Business_Unit", "et4ae5__Business_Unit__c"],
    ["IndividualEmailResult", "TriggeredSendDefinition", "et4ae5__Automated_Send__c"],
    ["IndividualEmailResult", "SendDefinition", "et4ae5__SendDefinition__c"],
    ["Triggered_Send_Execution", "Triggered_Send", "et4ae5__Automated_Send__c"]
  ] as const)
    test(`${object}.${name}`, () => assert.equal(fieldOf(object, name)?.referenceTo, target));

  test("each of them to an object that exists", () => {
    const broken = ET4AE5.flatMap(({ name }) => schema.objectType(name)?.fields ?? []).filter(
      ({ referenceTo }) => referenceTo !== null && referenceTo !== "Name" && !schema.objectType(referenceTo)
    );
    assert.deepEqual(broken, []);
  });
});

test("the package brings the 20 objects of version 256 that can be queried", () => {
  const own = ET4AE5.map(({ name }) => name).filter((name) => name.startsWith("et4ae5__"));
  assert.equal(own.length, 20);
  for (const name of ["Journey", "MC_CDC_Journey", "abTest", "AggregateLink", "Email_Linkage", "IndividualLink"])
    assert.ok(objectNamed(name), name);
  for (const name of ["SendJunction", "SMSDefinition", "SMSJunction", "SupportRequest"])
    assert.ok(objectNamed(name), name);
});

test("no field holds a password, a token or a session id", () => {
  const names = ET4AE5.flatMap(({ fields }) => Object.keys(fields));
  assert.deepEqual(
    names.filter((name) => /password|token|session|secret|jwt/i.test(name)),
    []
  );
});

describe("evidence that checks may ask for can be queried", () => {
  const QUERIES: Readonly<Record<string, string>> = {
    "the connector's package and that of its app":
      "SELECT NamespacePrefix, Status, ExpirationDate FROM PackageLicense WHERE NamespacePrefix IN ('et4ae5', 'MCCA5PROD')",
    "the app's menu item, in any language":
      "SELECT Id, Name, NamespacePrefix FROM AppMenuItem WHERE Type = 'ConnectedApplication' AND Name = 'Salesforce_Marketing_Cloud'",
    "frozen and locked users":
      "SELECT UserId, IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId IN ('005000000000001')",
    "logins by app and status":
      "SELECT Application, Status, COUNT(Id), MAX(LoginTime) FROM LoginHistory WHERE UserId = '005000000000001' " +
      "AND LoginTime = LAST_N_DAYS:7 AND LoginType = 'Remote Access 2.0' GROUP BY Application, Status",
    "sign-in factors":
      "SELECT UserId, VerificationMethod, Status, VerificationTime FROM VerificationHistory " +
      "WHERE UserId = '005000000000001' AND VerificationTime = LAST_N_DAYS:180 ORDER BY VerificationTime DESC NULLS LAST",
    "object permissions of sets and of group sets":
      "SELECT SobjectType, PermissionsRead, PermissionsEdit, Parent.PermissionSetGroupId FROM ObjectPermissions " +
      "WHERE SobjectType LIKE 'et4ae5__%' AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment)",
    "field permissions":
      "SELECT Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE SobjectType = 'User' AND Parent.Type = 'Regular'",
    "session-based permission sets": "SELECT Id, HasActivationRequired, NamespacePrefix, Type FROM PermissionSet",
    "session-based groups and their calculation":
      "SELECT Id, Status, HasActivationRequired FROM PermissionSetGroup WHERE Status != 'Updated'",
    "groups with a set, by a semi-join":
      "SELECT Id, Status FROM PermissionSetGroup WHERE Id IN " +
      "(SELECT PermissionSetGroupId FROM PermissionSetGroupComponent WHERE PermissionSetId = '0PS000000000001')",
    "access through a group's own set":
      "SELECT ParentId, Parent.PermissionSetGroupId, Parent.Type FROM SetupEntityAccess WHERE SetupEntityType = 'ConnectedApplication'",
    "who changed the app or its access":
      "SELECT Action, Display, CreatedDate, ResponsibleNamespacePrefix FROM SetupAuditTrail " +
      "WHERE Action IN ('insertConnectedAppSessionPolicy', 'insertConnectedApplication', 'PermSetUnassign')",
    "tokens of the app": "SELECT AppName, LastUsedDate, UseCount FROM OauthToken WHERE UserId = '005000000000001'",
    "business units of users":
      "SELECT et4ae5__Enabled__c, et4ae5__BU__r.et4ae5__Business_Unit_ID__c FROM et4ae5__UEBU__c WHERE NOT et4ae5__BU__r.Name LIKE 'x%'",
    journeys: "SELECT Name, et4ae5__EntityName__c FROM et4ae5__MC_CDC_Journey__c",
    "the newest writers of results":
      "SELECT CreatedById, MAX(CreatedDate) FROM et4ae5__IndividualEmailResult__c WHERE CreatedDate > 2026-01-01T00:00:00Z GROUP BY CreatedById"
  };
  for (const [what, soql] of Object.entries(QUERIES))
    test(what, () => {
      const context = { schema, store: new Store(), now: new Date(0), address: "", touched: new Set<string>() };
      assert.deepEqual(runQuery({ ...context, soql }).records(0, 10), []);
    });
});
