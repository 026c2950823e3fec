import assert from "node:assert/strict";
import { test } from "node:test";
import { readRecords } from "../records.ts";
import { ScenarioError } from "../scenario-error.ts";
import { openSchema } from "../schema.ts";
import { Store } from "../store.ts";
import { runQuery } from "./query.ts";

const NOW = new Date("2026-05-06T12:00:00Z");
const schema = openSchema();
const store = new Store(
  readRecords(
    {
      UserLicense: [{ Id: "100000000000001", Name: "Salesforce", LicenseDefinitionKey: "SFDC" }],
      Profile: [
        { Id: "00e000000000001", Name: "Admin", UserLicenseId: "100000000000001", PermissionsViewSetup: true },
        { Id: "00e000000000002", Name: "Sales" }
      ],
      User: [
        { Id: "005000000000001", Name: "Ada", ProfileId: "00e000000000001", IsActive: true, CreatedDate: "now-1h" },
        {
          Id: "005000000000002",
          Name: "bo_b",
          ProfileId: "00e000000000002",
          IsActive: true,
          CreatedDate: "now-3d",
          SuAccessExpirationDate: "2026-05-05"
        },
        { Id: "005000000000003", Name: "Bo%b", ManagerId: "005000000000001", CreatedDate: "now-40d" },
        { Id: "005000000000004", Name: "O'Dell", ProfileId: "00e000000000002", CreatedDate: "now+2d", Title: "" },
        { Id: "005000000000005", Name: "a\\b", NumberOfFailedLogins: 3, IsActive: false }
      ],
      LoginHistory: [
        {
          Id: "0Ya000000000001",
          UserId: "005000000000001",
          Application: "App",
          Status: "Success",
          LoginTime: "now-2h"
        },
        {
          Id: "0Ya000000000002",
          UserId: "005000000000001",
          Application: "App",
          Status: "Success",
          LoginTime: "now-1h"
        },
        { Id: "0Ya000000000003", UserId: "005000000000002", Application: "App", Status: "Restricted IP" },
        {
          Id: "0Ya000000000004",
          UserId: "005000000000002",
          Application: "Other",
          Status: "Success",
          LoginTime: "now-9d"
        }
      ],
      PermissionSet: [{ Id: "0PS00000000000A", Label: "App", ProfileId: "00e000000000001", IsOwnedByProfile: true }],
      PermissionSetAssignment: [
        { Id: "0Pa000000000001", AssigneeId: "005000000000001", PermissionSetId: "0PS00000000000A", IsActive: true },
        { Id: "0Pa000000000002", AssigneeId: "005000000000001", PermissionSetId: "0PS00000000000A" },
        { Id: "0Pa000000000003", AssigneeId: "005000000000003", PermissionSetId: "0PS00000000000A", IsActive: true }
      ],
      ConnectedApplication: [{ Id: "0H4000000000001", Name: "App", RefreshTokenValidityPeriod: 0 }],
      SetupEntityAccess: [
        { Id: "0J0000000000001", ParentId: "0PS00000000000A", SetupEntityId: "0H4000000000001", SetupEntityType: "App" }
      ]
    },
    { schema, now: NOW, errorAt: (path, message) => new ScenarioError(`${path}: ${message}`) }
  )
);

const run = (soql: string) =>
  runQuery({ soql, schema, store, now: NOW, address: "/services/data/v66.0", touched: new Set() });

/** The last digit of each user found. */
const usersOf = (soql: string): string =>
  run(soql)
    .records(0, 100)
    .map(({ Id }) => String(Id).charAt(14))
    .join("");

const CONDITIONS: readonly { name: string; where: string; found: string }[] = [
  { name: "text compares without case", where: "Name = 'ADA'", found: "1" },
  { name: "an Id with 15 characters finds the one with 18", where: "Id = '005000000000002'", found: "2" },
  { name: "an Id with 18 characters finds itself", where: "ProfileId = '00e000000000001AAA'", found: "1" },
  { name: "unlike keeps empty ones", where: "ProfileId != '00e000000000001'", found: "2345" },
  { name: "null finds empty ones", where: "ProfileId = null", found: "35" },
  { name: "not null finds the others", where: "ProfileId != NULL", found: "124" },
  { name: "empty text was stored as null", where: "Title = null AND Id = '005000000000004'", found: "4" },
  { name: "an absent checkbox is false", where: "IsActive = FALSE", found: "345" },
  { name: "null on a checkbox is false", where: "IsActive = null", found: "345" },
  { name: "a checkbox over an empty parent is false", where: "Profile.PermissionsViewSetup = FALSE", found: "2345" },
  { name: "numbers compare as numbers", where: "NumberOfFailedLogins > 2.5", found: "5" },
  { name: "an order comparison leaves empty ones out", where: "NumberOfFailedLogins < 10", found: "5" },
  { name: "LIKE with % at the end", where: "Name LIKE 'bo%'", found: "23" },
  { name: "LIKE with _ for one character", where: "Name LIKE 'bo_b'", found: "23" },
  { name: "LIKE with an escaped _", where: "Name LIKE 'bo\\_b'", found: "2" },
  { name: "LIKE with an escaped %", where: "Name LIKE '%\\%%'", found: "3" },
  { name: "LIKE with a backslash", where: "Name LIKE '%\\\\b'", found: "5" },
  { name: "LIKE takes a dot as a dot", where: "Name LIKE 'A.a'", found: "" },
  { name: "NOT LIKE by NOT", where: "NOT Name LIKE 'bo%'", found: "145" },
  { name: "an escaped quote", where: "Name = 'O\\'Dell'", found: "4" },
  { name: "IN", where: "Name IN ('ada', 'O\\'Dell', 'nobody')", found: "14" },
  { name: "IN on Ids keeps the order of rows", where: "Id IN ('005000000000003', '005000000000001AAA')", found: "13" },
  { name: "IN with null", where: "ProfileId IN ('00e000000000001', null)", found: "135" },
  { name: "NOT IN keeps empty ones", where: "ProfileId NOT IN ('00e000000000002')", found: "135" },
  { name: "AND within OR by parentheses", where: "Name = 'Ada' OR (IsActive = TRUE AND Name LIKE 'b%')", found: "12" },
  { name: "NOT binds tighter than AND", where: "NOT Name = 'Ada' AND IsActive = TRUE", found: "2" },
  { name: "NOT before parentheses", where: "NOT (Name = 'Ada' OR IsActive = FALSE)", found: "2" },
  { name: "a parent's parent", where: "Profile.UserLicense.LicenseDefinitionKey = 'sfdc'", found: "1" },
  { name: "a parent of its own kind", where: "Manager.Name = 'Ada'", found: "3" },
  {
    name: "a semi-join",
    where: "Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE IsActive = TRUE)",
    found: "13"
  },
  {
    name: "a semi-join within a semi-join",
    where:
      "Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess))",
    found: "13"
  },
  { name: "an anti-join", where: "Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment)", found: "245" },
  { name: "LAST_N_DAYS includes today", where: "CreatedDate = LAST_N_DAYS:3", found: "12" },
  { name: "LAST_N_DAYS starts at midnight", where: "CreatedDate = LAST_N_DAYS:2", found: "1" },
  { name: "LAST_N_DAYS:0 is today", where: "CreatedDate = last_n_days:0", found: "1" },
  { name: "before a literal", where: "CreatedDate < LAST_N_DAYS:3", found: "3" },
  { name: "after a literal", where: "CreatedDate > LAST_N_DAYS:3", found: "4" },
  { name: "up to and with a literal", where: "CreatedDate <= LAST_N_DAYS:3", found: "123" },
  { name: "from a literal on", where: "CreatedDate >= LAST_N_DAYS:3", found: "124" },
  { name: "unlike a literal keeps empty ones", where: "CreatedDate != LAST_N_DAYS:3", found: "345" },
  { name: "LAST_N_DAYS on a day", where: "SuAccessExpirationDate = LAST_N_DAYS:1", found: "2" },
  { name: "a moment with an offset", where: "CreatedDate >= 2026-05-06T13:00:00+02:00", found: "14" },
  { name: "names in any case", where: "isactive = true AND PROFILE.name = 'sales'", found: "2" }
];

for (const { name, where, found } of CONDITIONS)
  test(`WHERE: ${name}`, () => assert.equal(usersOf(`SELECT Id FROM User WHERE ${where}`), found));

const ORDERS: readonly { name: string; rest: string; found: string }[] = [
  { name: "text without case, ascending", rest: "ORDER BY Name", found: "51324" },
  { name: "descending", rest: "ORDER BY Name DESC", found: "42315" },
  { name: "empty ones first", rest: "ORDER BY ProfileId, Name", found: "53124" },
  { name: "empty ones last", rest: "ORDER BY ProfileId NULLS LAST, Name", found: "12453" },
  { name: "by a parent's field", rest: "ORDER BY Profile.Name DESC NULLS LAST, Name DESC", found: "42135" },
  { name: "checkboxes: false before true", rest: "ORDER BY IsActive, Name", found: "53412" },
  { name: "LIMIT", rest: "ORDER BY Name LIMIT 2", found: "51" },
  { name: "LIMIT 0", rest: "LIMIT 0", found: "" },
  { name: "OFFSET", rest: "ORDER BY Name LIMIT 2 OFFSET 3", found: "24" },
  { name: "rows as they came, without ORDER BY", rest: "", found: "12345" }
];

for (const { name, rest, found } of ORDERS)
  test(`ORDER BY: ${name}`, () => assert.equal(usersOf(`SELECT Id FROM User ${rest}`), found));

const at = (object: string, id: string) => ({
  attributes: { type: object, url: `/services/data/v66.0/sobjects/${object}/${id}` }
});
const group = { attributes: { type: "AggregateResult" } };

const SHAPES: readonly { name: string; soql: string; rows: readonly unknown[] }[] = [
  {
    name: "attributes, official names, nested parents, null and UTC moments",
    soql: "SELECT name, Title, CreatedDate, profile.name, Profile.UserLicense.Name FROM User LIMIT 1",
    rows: [
      {
        ...at("User", "005000000000001AAA"),
        Name: "Ada",
        Title: null,
        CreatedDate: "2026-05-06T11:00:00.000+0000",
        Profile: {
          ...at("Profile", "00e000000000001AAA"),
          Name: "Admin",
          UserLicense: { ...at("UserLicense", "100000000000001AAA"), Name: "Salesforce" }
        }
      }
    ]
  },
  {
    name: "an empty parent is null, an absent checkbox is false",
    soql: "SELECT IsActive, Profile.Name FROM User WHERE Name = 'Bo%b'",
    rows: [{ ...at("User", "005000000000003AAA"), IsActive: false, Profile: null }]
  },
  {
    name: "a parent of any object has that object's type",
    soql: "SELECT SetupEntity.Name FROM SetupEntityAccess",
    rows: [
      {
        ...at("SetupEntityAccess", "0J0000000000001CAA"),
        SetupEntity: { ...at("ConnectedApplication", "0H4000000000001CAA"), Name: "App" }
      }
    ]
  },
  {
    name: "an Id with capitals gets its letters",
    soql: "SELECT Id FROM PermissionSet",
    rows: [{ ...at("PermissionSet", "0PS00000000000AGAQ"), Id: "0PS00000000000AGAQ" }]
  },
  {
    name: "counts, the newest and aliases",
    soql: "SELECT COUNT(Id), COUNT(ManagerId) led, MAX(Name), MAX(CreatedDate) newest FROM User",
    rows: [{ ...group, expr0: 5, led: 1, expr1: "O'Dell", newest: "2026-05-08T12:00:00.000+0000" }]
  },
  {
    name: "groups over two fields that can't be filtered on, the largest first",
    soql:
      "SELECT Application, Status, COUNT(Id) logins, MAX(LoginTime) newest FROM LoginHistory " +
      "WHERE LoginTime = LAST_N_DAYS:7 OR LoginTime = NULL GROUP BY Application, Status ORDER BY COUNT(Id) DESC",
    rows: [
      { ...group, Application: "App", Status: "Success", logins: 2, newest: "2026-05-06T11:00:00.000+0000" },
      { ...group, Application: "App", Status: "Restricted IP", logins: 1, newest: null }
    ]
  },
  {
    name: "groups, ordered by their count",
    soql: "SELECT Profile.Name, COUNT(Id) FROM User GROUP BY Profile.Name ORDER BY COUNT(Id) DESC, Profile.Name",
    rows: [
      { ...group, Name: null, expr0: 2 },
      { ...group, Name: "Sales", expr0: 2 },
      { ...group, Name: "Admin", expr0: 1 }
    ]
  },
  {
    name: "the largest of no rows is null",
    soql: "SELECT MAX(Name), COUNT(Id) FROM User WHERE Name = 'nobody'",
    rows: [{ ...group, expr0: null, expr1: 0 }]
  }
];

for (const { name, soql, rows } of SHAPES)
  test(`SELECT: ${name}`, () => assert.deepEqual(run(soql).records(0, 100), rows));

const plain = (columnName: string) => ({ columnName, displayName: columnName, aggregate: false, joinColumns: [] });

test("columns are a tree: fields and parents", () => {
  const { columns } = run("SELECT Id, Profile.Name FROM User");
  assert.deepEqual(columns, [plain("Id"), { ...plain("Profile"), joinColumns: [plain("Name")] }]);
});

test("columns of groups show functions as they were written", () => {
  const { columns } = run("SELECT Profile.Name, COUNT(Id) FROM User GROUP BY Profile.Name");
  assert.deepEqual(columns, [plain("Name"), { ...plain("expr0"), displayName: "COUNT(Id)", aggregate: true }]);
});
