import assert from "node:assert/strict";
import { test } from "node:test";
import { openSchema } from "../../../local/embedded-org/schema.ts";
import { inlineSoqlProblems, soqlProblems } from "./names.ts";

const schema = openSchema([
  {
    name: "Package_Thing__c",
    fields: { Owner_User__c: { referenceTo: "User" }, Long__c: { type: "string", length: 32768 } }
  },
  { name: "User", fields: { Package_Box__c: "boolean" } }
]);

const SITUATIONS: readonly { name: string; soql: string; problems: readonly string[] }[] = [
  {
    name: "standard and packaged names, parents and binds are not told",
    soql: `SELECT Id, Profile.UserLicense.Name, Package_Box__c FROM User
           WHERE Id IN :userIds AND (Profile.Name LIKE :pattern OR CreatedDate = LAST_N_DAYS:30) ORDER BY profileid LIMIT 5`,
    problems: []
  },
  {
    name: "a field of an object that has several parents is not told",
    soql: "SELECT Owner.Name FROM Case",
    problems: []
  },
  { name: "counts are not told", soql: "SELECT COUNT() FROM User", problems: [] },
  {
    name: "child rows and semi-joins are looked up in their own objects",
    soql: "SELECT Id, (SELECT Email FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)",
    problems: []
  },
  {
    name: "values that fit their fields are not told",
    soql: `SELECT Id FROM User WHERE IsActive = TRUE AND Id = '005' AND (ProfileId IN ('00e', :id) OR Name != NULL)
           AND NumberOfFailedLogins > 3 AND LastLoginDate > 2026-01-01T00:00:00Z AND CreatedDate = TODAY`,
    problems: []
  },
  {
    name: "a text for a box, in a list too, and a box for a text",
    soql: "SELECT Id FROM User WHERE IsActive = 'yes'\nAND Profile.UserLicense.Name IN (TRUE, 'x')",
    problems: [
      `1: "IsActive" is of type boolean, and can't be compared with text: 'yes'.`,
      `2: "Name" is of type string, and can't be compared with true or false: TRUE.`
    ]
  },
  {
    name: "long text that is compared or sorted by",
    soql: "SELECT Long__c FROM Package_Thing__c WHERE Long__c LIKE '%a%'\nORDER BY Long__c",
    problems: [1, 2].map(
      (line) => `${String(line)}: "Long__c" is long text, which can be neither compared nor sorted by.`
    )
  },
  { name: "an unknown object", soql: "SELECT Id\nFROM Usr", problems: ['2: There is no object "Usr".'] },
  {
    name: "an unknown field that is selected",
    soql: "SELECT Id, Nam FROM User",
    problems: ['1: User has no field "Nam".']
  },
  {
    name: "an unknown field in each other clause",
    soql: "SELECT Id FROM User\nWHERE Nam = :name AND (NOT Activ = TRUE)\nORDER BY Nick",
    problems: ['2: User has no field "Nam".', '2: User has no field "Activ".', '3: User has no field "Nick".']
  },
  {
    name: "an unknown field that is counted or grouped by",
    soql: "SELECT COUNT(Idd), Kind FROM User GROUP BY Kind",
    problems: ['1: User has no field "Idd".', '1: User has no field "Kind".', '1: User has no field "Kind".']
  },
  {
    name: "an unknown relationship",
    soql: "SELECT Profil.Name FROM User",
    problems: ['1: User has no relationship "Profil".']
  },
  {
    name: "an unknown field of a parent's parent",
    soql: "SELECT Profile.UserLicense.Nam FROM User",
    problems: ['1: UserLicense has no field "Nam".']
  },
  {
    name: "a reference field used as a relationship",
    soql: "SELECT ProfileId.Name FROM User",
    problems: ['1: User has no relationship "ProfileId".']
  },
  {
    name: "an unknown relationship of a packaged object",
    soql: "SELECT Owner_User__r.Name, Owner_User__c.Name FROM Package_Thing__c",
    problems: ['1: Package_Thing__c has no relationship "Owner_User__c".']
  },
  {
    name: "an unknown child relationship",
    soql: "SELECT (SELECT Id FROM Contact) FROM Account",
    problems: ['1: Account has no child relationship "Contact".']
  },
  {
    name: "an unknown field of child rows and of a semi-join",
    soql: "SELECT (SELECT Emial FROM Contacts) FROM Account WHERE Id IN (SELECT AcountId FROM Contact)",
    problems: ['1: Contact has no field "Emial".', '1: Contact has no field "AcountId".']
  },
  {
    name: "a query that goes on after its end",
    soql: "SELECT Id FROM User;",
    problems: ['1: This is no SOQL: it ends before ";".']
  },
  {
    name: "a missing comma",
    soql: "SELECT Id,\nName Username FROM User",
    problems: ['2: "Username" stands after a name: a comma or a clause is missing.']
  },
  {
    name: "a misspelt clause",
    soql: "SELECT Id FROM User WHERE",
    problems: ['1: "WHERE" stands after a name: a comma or a clause is missing.']
  }
];

for (const { name, soql, problems } of SITUATIONS) {
  void test(name, () => {
    assert.deepEqual(
      soqlProblems(soql, schema).map(({ line, message }) => `${String(line)}: ${message}`),
      problems
    );
  });
}

void test("text that is no query is told at its line", () => {
  const [problem] = soqlProblems("SELECT Id FROM User\nWHERE Name = ORDER", schema);
  assert.equal(problem?.line, 2);
  assert.match(problem.message, /^This is no SOQL/);
});

void test("names in the queries of an Apex class are told at their lines, and text that looks like a query is not", () => {
  const problems = inlineSoqlProblems(
    [
      "public with sharing class Asker {",
      "    private static final String TEXT = '[SELECT Nam FROM Usr]';",
      "    public static void ask(Set<Id> ids) {",
      "        for (User u : [SELECT Id FROM User WHERE Id IN :ids WITH USER_MODE]) {",
      "            Id first = [",
      "                SELECT Id, Nam",
      "                FROM User",
      "                FOR UPDATE",
      "            ][0].Id;",
      "        }",
      "    }",
      "}"
    ].join("\n"),
    schema
  );
  assert.deepEqual(problems, [{ line: 6, message: 'User has no field "Nam".' }]);
});
