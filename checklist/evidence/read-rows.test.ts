import { healthyRows } from "../testing/situation.ts";
import { QUERIES } from "../engine/queries.ts";
import { readRows, type QueryName } from "./read-rows.ts";

const FLAGS = [
  "IsSandbox",
  "IsActive",
  "IsOwnedByProfile",
  "PermissionsViewSetup",
  "PermissionsCustomizeApplication",
  "PermissionsModifyAllData",
  "PermissionsManageUsers",
  "OptionsAllowAdminApprovedUsersOnly",
  "OptionsRefreshTokenValidityMetric",
  "UserPermissionsMarketingUser",
  "et4ae5__ExactTargetForAppExchangeUser__c",
  "et4ae5__ExactTargetForAppExchangeAdmin__c",
  "Holds__c"
];
const NUMBERS = [
  "RefreshTokenValidityPeriod",
  "total",
  "Blockers__c",
  "Problems__c",
  "Unknown__c",
  "To_Confirm__c",
  "Warnings__c",
  "Held__c",
  "People__c",
  "Milliseconds__c"
];

const read = (name: QueryName, changes: object) => () =>
  readRows(
    (healthyRows()[name] as readonly object[]).map((row) => ({ ...row, ...changes })),
    QUERIES[name].required
  );

describe("rows", () => {
  test.each(Object.keys(healthyRows()) as QueryName[])("of %s read as they are", (name) => {
    expect(read(name, {})()).toEqual(healthyRows()[name]);
  });

  test.each<[string, QueryName, object, string]>([
    [
      "the text of a flag",
      "app-policies",
      { OptionsAllowAdminApprovedUsersOnly: "false" },
      "OptionsAllowAdminApprovedUsersOnly"
    ],
    ["a number for a flag", "users", { IsActive: 1 }, "IsActive"],
    ["an object for a name", "connected-apps", { Name: { first: "x" } }, "Name"],
    ["a list for a name", "connected-apps", { Name: ["x"] }, "Name"],
    ["the text of a number", "app-policies", { RefreshTokenValidityPeriod: "90" }, "RefreshTokenValidityPeriod"],
    ["text for a parent", "app-access", { Parent: "x" }, "Parent.Label"],
    [
      "a flag of another kind in a parent",
      "app-access",
      { Parent: { Label: "x", IsOwnedByProfile: "no" } },
      "Parent.IsOwnedByProfile"
    ],
    ["no date for a date", "connected-apps", { LastModifiedDate: "soon" }, "LastModifiedDate"],
    ["nothing for what is never empty", "users", { ProfileId: null }, "ProfileId"],
    ["a list for a parent", "app-access", { Parent: [] }, "Parent.Label"]
  ])("with %s are not judged", (_what, name, changes, place) => {
    expect(read(name, changes)).toThrow(place);
  });

  test.each<[string, unknown, string]>([
    ["no list", { records: [] }, "not a list"],
    ["nothing", undefined, "not a list"],
    ["a row that is text", [{ Id: "1" }, "2"], "Row 1 is not a record"],
    ["a row that is nothing", [null], "Row 0 is not a record"],
    ["a row that is a list", [[]], "Row 0 is not a record"],
    ["an empty field", [{ Id: "1" }, { Id: null }], "Row 1 came without Id"],
    ["a parent that is text, though nothing of it is needed", [{ Id: "1", CreatedBy: "x" }], "in CreatedBy."],
    ["a date of another kind", [{ Id: "1", EndDate: 5 }], "in EndDate."]
  ])("that are %s are refused, saying where", (_what, rows, words) => {
    expect(() => readRows(rows, ["Id"])).toThrow(TypeError);
    expect(() => readRows(rows, ["Id"])).toThrow(words);
  });

  test.each<[string, unknown, unknown]>([
    ["what is empty", { Id: "1", Note__c: null }, { Id: "1" }],
    [
      "REST's attributes, of parents too",
      { attributes: {}, Id: "1", CreatedBy: { attributes: {}, Name: "x" } },
      { Id: "1", CreatedBy: { Name: "x" } }
    ]
  ])("are read without %s", (_what, raw, expected) => {
    expect(readRows([raw], ["Id"])).toEqual([expected]);
  });

  test.each([
    ["2026-05-04T12:00:00.000+0000", "2026-05-04T12:00:00.000+00:00"],
    ["2026-05-04T12:00:00.000-0330", "2026-05-04T12:00:00.000-03:30"],
    ["2026-05-04T12:00:00.000Z", "2026-05-04T12:00:00.000Z"],
    ["2026-05-04", "2026-05-04"]
  ])("have the date %s as every browser reads it", (given, expected) => {
    expect(readRows([{ Id: "1", CreatedDate: given }], ["Id"])).toEqual([{ Id: "1", CreatedDate: expected }]);
  });

  test.each(["from 2026-05-04T12:00:00+0000", "2026-05-04T12:00:00+0000 on", "5-4T1+0000"])(
    "leave the text %j alone",
    (text) => {
      expect(readRows([{ Id: "1", Name: text }], ["Id"])).toEqual([{ Id: "1", Name: text }]);
    }
  );

  test.each(["Assignee", "CreatedBy", "LastModifiedBy", "Parent", "PermissionSetGroup", "User__r", "UserLicense"])(
    "have what belongs to %s in it",
    (parent) => {
      const row = { Id: "1", [parent]: { Name: "x" } };
      expect(readRows([row], ["Id"])).toEqual([row]);
      expect(() => readRows([{ ...row, [parent]: { Name: 5 } }], ["Id"])).toThrow(`${parent}.Name`);
    }
  );

  test.each([
    ["flags", FLAGS, true],
    ["numbers", NUMBERS, 5]
  ])("have %s where Salesforce answers them, and text nowhere else", (_kind, fields, value) => {
    for (const field of fields) {
      expect(readRows([{ Id: "1", [field]: value }], ["Id"])).toEqual([{ Id: "1", [field]: value }]);
      expect(() => readRows([{ Id: "1", [field]: String(value) }], ["Id"])).toThrow(field);
    }
  });
});
