import assert from "node:assert/strict";
import { relative } from "node:path";
import { test } from "node:test";
import { guardProblems } from "./check-guards.ts";
import { project } from "./project-fixture.ts";

const CLASSES = "force-app/main/default/classes/";

const SOUND = {
  "MccGateway.cls": `/** [SELECT Id FROM User]; insert user; throw e; */
public with sharing class MccGateway {
  private static Map<String, String> catalogue = MccQueries.SOQL;
  private class Request { public String name; }
  public class Answer { @AuraEnabled public String rows { get; set; } private String own; public static String shared; }
  @AuraEnabled
  public static List<Answer> ask(String name) {
    requirePermission();
    return Database.queryWithBinds(catalogue.get(name), binds, AccessLevel.USER_MODE);
  }
  public static void requirePermission() {
    if (!FeatureManagement.checkPermission('Use')) throw refusal('Database.query(text)');
  }
  public static AuraHandledException refusal(String message) { return new AuraHandledException(message); }
}
`,
  "Keeper.cls": `public with sharing class Keeper {
  @AuraEnabled(cacheable=false)
  public static Object may() {
    mccgateway.RequirePermission();
    return [SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact) WITH USER_MODE];
  }
  @AuraEnabled
  public static void keep(User one) {
    Object rights = Keeper.may();
    Savepoint before = Database.setSavepoint();
    try { insert as user one; } catch (Exception e) { throw MccGateway.refusal(e.getMessage()); }
  }
  private static void keep(List<User> all) { throw new AuraHandledException('none'); }
}
`,
  "Kind.cls": "public enum Kind { ONE, TWO }\n",
  "KeeperTest.cls": `@isTest
private class KeeperTest {
  @IsTest
  static void run() { insert new User(); Database.countQuery('SELECT COUNT() FROM User'); throw new DmlException(); }
}
`
};

interface Situation {
  readonly name: string;
  readonly file: keyof typeof SOUND;
  readonly replace: readonly [string, string];
  readonly told: readonly string[];
}

const SITUATIONS: readonly Situation[] = [
  { name: "sound classes are not told", file: "Kind.cls", replace: ["", ""], told: [] },
  {
    name: "a class that is no Apex is told",
    file: "Kind.cls",
    replace: ["{", "("],
    told: ["Kind.cls:1: This is no Apex: mismatched input '(' expecting '{'."]
  },
  {
    name: "a first statement that works something out for the one that asks is told",
    file: "Keeper.cls",
    replace: ["Keeper.may();", "Keeper.may(write());"],
    told: ['Keeper.cls:8: Anybody may call "keep": its first statement does not ask for the custom permission.']
  },
  {
    name: "a method of that name that is nowhere asks for nothing",
    file: "Keeper.cls",
    replace: ["mccgateway.Req", "Other.Req"],
    told: ["may", "keep"].map(
      (method, at) =>
        `Keeper.cls:${String(3 + 5 * at)}: Anybody may call "${method}": its first statement does not ask for the custom permission.`
    )
  },
  {
    name: "a method that returns in place of throwing is told",
    file: "MccGateway.cls",
    replace: ["throw refusal(", "refusal("],
    told: ["MccGateway.cls:12: requirePermission does not begin with if (!FeatureManagement.checkPermission(…)) throw."]
  },
  {
    name: "a method whose name only sounds like throwing is told",
    file: "MccGateway.cls",
    replace: ["throw refusal(", "throwRefusal("],
    told: ["MccGateway.cls:12: requirePermission does not begin with if (!FeatureManagement.checkPermission(…)) throw."]
  },
  {
    name: "a property without @AuraEnabled is told at its place",
    file: "MccGateway.cls",
    replace: ["@AuraEnabled public String rows", "public String rows"],
    told: ['MccGateway.cls:5: The page never gets "rows": @AuraEnabled is missing.']
  },
  {
    name: "a query of the catalogue that the caller goes on with is told",
    file: "MccGateway.cls",
    replace: ["catalogue.get(name),", "catalogue.get(name) + name,"],
    told: ["MccGateway.cls:9: It runs a text as a query that is not catalogue.get(…) of MccGateway."]
  },
  {
    name: "a parameter in the place of the catalogue is told",
    file: "MccGateway.cls",
    replace: ["ask(String name)", "ask(Map<String, String> catalogue)"],
    told: ["MccGateway.cls:7: The catalogue is not MccQueries.SOQL."]
  },
  {
    name: "an overload that the page may call, too, is told",
    file: "Keeper.cls",
    replace: ["private static void keep(List<User> all) {", "@AuraEnabled public static void keep() { may();"],
    told: ['Keeper.cls:13: There are two @AuraEnabled methods "keep".']
  },
  {
    name: "what throws the result of a method of another type is told",
    file: "MccGateway.cls",
    replace: ["AuraHandledException refusal", "Exception refusal"],
    told: ["Keeper.cls:11", "MccGateway.cls:12"].map(
      (place) => `${place}: It throws something that is no AuraHandledException, or can't be told.`
    )
  }
];

for (const { name, file, replace, told } of SITUATIONS) {
  void test(name, (t) => {
    const files = { ...SOUND, [file]: SOUND[file].replace(...replace) };
    const root = project(t, Object.fromEntries(Object.entries(files).map(([path, text]) => [CLASSES + path, text])));
    assert.deepEqual(
      guardProblems(root).map(
        ({ file: at, line, message }) => `${relative(root, at).slice(CLASSES.length)}:${String(line)}: ${message}`
      ),
      told
    );
  });
}
