import { SOURCE, type GateName, type Plant } from "../plant.ts";

export const CLASSES = `${SOURCE}/classes`;

/** A class of its own for each error, so that none hides another. */
export const inClass = (by: GateName, what: string, name: string, line: string, message: RegExp): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change: {
    text: `public with sharing class ${name} {
  public Object run(String text) {
    /* here */ ${line}
    return null;
  }
}
`
  },
  by,
  message
});

const apex = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("apex", what, name, line, message);
const pmd = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("pmd", what, name, line, message);
const soql = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("soql", what, name, line, message);

export const APEX: readonly Plant[] = [
  apex(
    "a method that the platform does not have",
    "PlantMethod",
    "FeatureManagement.checkNothing(text);",
    /checkNothing/
  ),
  apex("a class that is nowhere", "PlantClass", "Object value = new NoSuchClass();", /NoSuchClass/),
  apex("a variable that is nowhere", "PlantVariable", "text = txet;", /txet/),
  apex("an argument of the wrong type", "PlantArgument", "text.left('3');", /left/),
  apex("too few arguments", "PlantArguments", "String.join(text);", /join/),
  apex("a value of the wrong type", "PlantType", "Integer number = 'three';", /Integer|String/),
  apex("a field that the object does not have", "PlantField", "String name = new User().Nmae;", /Nmae/),
  apex("an own field that is misspelt", "PlantOwnField", "String key = new MCC_Person__c().Kee__c;", /Kee__c/),
  apex("an own object that is misspelt", "PlantObject", "Object person = new MCC_Persn__c();", /MCC_Persn__c/),
  apex("a label that is nowhere", "PlantLabel", "text = System.Label.MCC_no_such_label;", /MCC_no_such_label/),
  apex("an access level that is none", "PlantEnum", "Database.query(text, AccessLevel.ADMIN_MODE);", /ADMIN_MODE/),
  apex("an unknown object in a query", "PlantFrom", "List<User> users = [SELECT Id FROM Usr];", /Usr/),
  apex(
    "a bind that is nowhere",
    "PlantBind",
    "List<User> users = [SELECT Id FROM User WHERE Name = :nobody];",
    /nobody/
  ),
  apex(
    "rows put into a variable of another object",
    "PlantRows",
    "List<User> rows = [SELECT Id FROM Profile];",
    /User|Profile/
  ),
  apex("a method that exists twice over", "PlantTwice", "} public Object run(String other) {", /run/),
  {
    what: "a renamed method that another class still calls",
    file: `${CLASSES}/MccGateway.cls`,
    change: ["void requirePermission()", "void requirePermissions()"],
    by: "apex",
    message: /requirePermission/,
    at: [`${CLASSES}/MccGateway.cls`, "requirePermission();"]
  },
  {
    what: "a class without its metadata",
    file: `${CLASSES}/MccRecordsAnswer.cls-meta.xml`,
    change: "remove",
    by: "package",
    message: /not in what is deployed/,
    at: [`${CLASSES}/MccRecordsAnswer.cls`, "/**"]
  },
  {
    what: "sharing that is not written out",
    file: `${CLASSES}/PlantSharing.cls`,
    change: { text: "public class PlantSharing { /* here */\n  Object users = [SELECT Id FROM User LIMIT 1];\n}\n" },
    by: "pmd",
    message: /ApexSharingViolations/
  },
  pmd(
    "a query made of what a person typed",
    "PlantInjection",
    "return Database.query('SELECT Id FROM User WHERE Name = \\'' + text + '\\'');",
    /ApexSOQLInjection/
  ),
  pmd("a query that asks for no access", "PlantCrud", "return [SELECT Id FROM Account LIMIT 1];", /ApexCRUDViolation/),
  pmd("an error that is swallowed", "PlantCatch", "try { run(text); } catch (Exception e) { }", /EmptyCatchBlock/),
  pmd("an Id written into the code", "PlantId", "Id user = '005000000000001AAA';", /AvoidHardcodingId/),
  pmd("a debug statement left in", "PlantDebug", "System.debug(text);", /AvoidDebugStatements/),
  pmd(
    "a query in a loop",
    "PlantLoop",
    "while (text != null) { text = [SELECT Name FROM User WITH USER_MODE LIMIT 1].Name; }",
    /OperationWithLimitsInLoop/
  ),
  soql(
    "an unknown field in a query of a class",
    "PlantSoqlField",
    "return [SELECT Id, Nmae FROM User LIMIT 1];",
    /no field "Nmae"/
  ),
  soql(
    "an unknown own field in a query of a class",
    "PlantSoqlOwn",
    "return [SELECT Kee__c FROM MCC_Person__c];",
    /no field "Kee__c"/
  ),
  soql(
    "an unknown relationship in a query of a class",
    "PlantSoqlParent",
    "return [SELECT Profil.Name FROM User];",
    /no relationship "Profil"/
  ),
  soql(
    "an unknown field in a condition of a class",
    "PlantSoqlWhere",
    "return [SELECT Id FROM User WHERE Activ = TRUE];",
    /no field "Activ"/
  )
];
