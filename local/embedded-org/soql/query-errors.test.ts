import assert from "node:assert/strict";
import { test } from "node:test";
import { RestError } from "../rest-error.ts";
import { ET4AE5 } from "../et4ae5.ts";
import { openSchema } from "../schema.ts";
import { Store } from "../store.ts";
import { runQuery } from "./query.ts";

const schema = openSchema(ET4AE5);

const SITUATIONS: readonly { name: string; soql: string; code: string; says: RegExp }[] = [
  { name: "no SOQL", soql: "SELECT FROM User", code: "MALFORMED_QUERY", says: /unexpected token: 'FROM'/ },
  {
    name: "an open parenthesis",
    soql: "SELECT Id FROM User WHERE (Name = 'a'",
    code: "MALFORMED_QUERY",
    says: /<EOF>/
  },
  {
    name: "AND beside OR without parentheses",
    soql: "SELECT Id FROM User WHERE Name = 'a' OR Name = 'b' AND Name = 'c'",
    code: "MALFORMED_QUERY",
    says: /unexpected token: 'AND'/
  },
  { name: "a bind", soql: "SELECT Id FROM User WHERE Name = :name", code: "MALFORMED_QUERY", says: /./ },
  {
    name: "an unknown object",
    soql: "SELECT Id FROM Usr",
    code: "INVALID_TYPE",
    says: /sObject type 'Usr' is not supported/
  },
  {
    name: "an unknown field that is selected, with its place",
    soql: "SELECT Id,\n  Nope FROM User",
    code: "INVALID_FIELD",
    says: /Row:2:Column:3\nNo such column 'Nope' on entity 'User'/
  },
  {
    name: "an unknown field in WHERE",
    soql: "SELECT Id FROM User WHERE Nope = 1",
    code: "INVALID_FIELD",
    says: /'Nope'/
  },
  {
    name: "an unknown field in ORDER BY",
    soql: "SELECT Id FROM User ORDER BY Nope",
    code: "INVALID_FIELD",
    says: /'Nope'/
  },
  {
    name: "an unknown field of a parent",
    soql: "SELECT Profile.Nope FROM User",
    code: "INVALID_FIELD",
    says: /entity 'Profile'/
  },
  {
    name: "an unknown relationship",
    soql: "SELECT Boss.Name FROM User",
    code: "INVALID_FIELD",
    says: /relationship 'Boss' in field path/
  },
  {
    name: "six relationships",
    soql: "SELECT Manager.Manager.Manager.Manager.Manager.Manager.Name FROM User",
    code: "INVALID_FIELD",
    says: /5 levels/
  },
  {
    name: "an unknown field of a semi-join",
    soql: "SELECT Id FROM User WHERE Id IN (SELECT Nope FROM Profile)",
    code: "INVALID_FIELD",
    says: /'Profile'/
  },
  {
    name: "two fields in a semi-join",
    soql: "SELECT Id FROM User WHERE Id IN (SELECT Id, Name FROM Profile)",
    code: "MALFORMED_QUERY",
    says: /one root field/
  },
  {
    name: "the same field twice",
    soql: "SELECT Id, id FROM User",
    code: "INVALID_FIELD",
    says: /duplicate field selected: Id/
  },
  {
    name: "an alias of a plain field",
    soql: "SELECT Profile.Name n FROM User",
    code: "MALFORMED_QUERY",
    says: /aliasing/
  },
  ...[
    "LoginHistory.Application",
    "LoginHistory.Status",
    "LoginHistory.SourceIp",
    "SetupAuditTrail.Display",
    "SetupAuditTrail.Section",
    "et4ae5__SendDefinition__c.et4ae5__Messages__c",
    "et4ae5__Configuration__c.et4ae5__automationObjects__c"
  ].map((name) => {
    const [object = "", field = ""] = name.split(".");
    return {
      name: `${name} in WHERE`,
      soql: `SELECT Id, ${field} FROM ${object} WHERE ${field} = 'x'`,
      code: "INVALID_FIELD",
      says: new RegExp(`field '${field}' can not be filtered in a query call`)
    };
  }),
  {
    name: "long text in ORDER BY",
    soql: "SELECT Id FROM et4ae5__SendDefinition__c ORDER BY et4ae5__Messages__c",
    code: "INVALID_FIELD",
    says: /can not be sorted/
  },
  {
    name: "long text in GROUP BY",
    soql: "SELECT et4ae5__Messages__c FROM et4ae5__SendDefinition__c GROUP BY et4ae5__Messages__c",
    code: "INVALID_FIELD",
    says: /can not be grouped/
  },
  {
    name: "text for a checkbox",
    soql: "SELECT Id FROM User WHERE IsActive = 'true'",
    code: "INVALID_FIELD",
    says: /type boolean and should not be enclosed/
  },
  {
    name: "a number for text",
    soql: "SELECT Id FROM User WHERE Name = 1",
    code: "INVALID_FIELD",
    says: /type string and should be enclosed/
  },
  {
    name: "a day for a moment",
    soql: "SELECT Id FROM User WHERE CreatedDate > 2026-01-01",
    code: "INVALID_FIELD",
    says: /type dateTime/
  },
  {
    name: "no Id for an Id",
    soql: "SELECT Id FROM User WHERE Id = 'abc'",
    code: "INVALID_QUERY_FILTER_OPERATOR",
    says: /invalid ID field: abc/
  },
  {
    name: "LIKE on an Id",
    soql: "SELECT Id FROM User WHERE Id LIKE '005%'",
    code: "INVALID_QUERY_FILTER_OPERATOR",
    says: /invalid operator/
  },
  {
    name: "an unknown escape",
    soql: "SELECT Id FROM User WHERE Name = 'a\\q'",
    code: "MALFORMED_QUERY",
    says: /Illegal character sequence '\\q'/
  },
  {
    name: "a field that is not grouped",
    soql: "SELECT Name, COUNT(Id) FROM User GROUP BY ProfileId",
    code: "MALFORMED_QUERY",
    says: /grouped or aggregated: Name/
  },
  {
    name: "an OFFSET beyond 2,000",
    soql: "SELECT Id FROM User OFFSET 2001",
    code: "NUMBER_OUTSIDE_VALID_RANGE",
    says: /2000/
  },
  ...(
    [
      ["WITH SECURITY_ENFORCED", "SELECT Id FROM User WITH SECURITY_ENFORCED"],
      ["HAVING", "SELECT Name FROM User GROUP BY Name HAVING COUNT(Id) > 1"],
      ["an alias of an object", "SELECT Id FROM User u"],
      ["FieldSubquery", "SELECT (SELECT Id FROM PermissionSetAssignments) FROM User"],
      ["FIELDS", "SELECT FIELDS(ALL) FROM User LIMIT 200"],
      ["toLabel", "SELECT toLabel(Name) FROM User"],
      ["COUNT", "SELECT COUNT() FROM User"],
      ["MIN", "SELECT MIN(Name) FROM User"],
      ["TODAY", "SELECT Id FROM User WHERE CreatedDate = TODAY"],
      ["LAST_N_WEEKS:2", "SELECT Id FROM User WHERE CreatedDate = LAST_N_WEEKS:2"]
    ] as const
  ).map(([what, soql]) => ({
    name: `${what}, which is not supported here`,
    soql,
    code: "MALFORMED_QUERY",
    says: new RegExp(`does not support ${what}`)
  }))
];

for (const { name, soql, code, says } of SITUATIONS)
  test(`${name}: ${code}`, () => {
    const context = { soql, schema, store: new Store(), now: new Date(0), address: "", touched: new Set<string>() };
    assert.throws(
      () => runQuery(context).records(0, 1),
      (error) => {
        assert.ok(error instanceof RestError, String(error));
        assert.equal(error.errorCode, code);
        assert.match(error.message, says);
        return true;
      }
    );
  });
