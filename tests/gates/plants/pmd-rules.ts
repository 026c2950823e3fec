import type { Plant } from "../plant.ts";
import { CLASSES, inClass } from "./apex.ts";

type Change = readonly [from: string | RegExp, to: string];

const rule = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("pmd", what, name, line, message);

/** An error in a class that is there; `at` is the line that is told, when not the one that was changed. */
const inOwn = (what: string, name: string, change: Change, message: RegExp, at?: string): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change,
  by: "pmd",
  message,
  ...(at === undefined ? {} : { at: [`${CLASSES}/${name}.cls`, at] })
});

const declared = (what: string, name: string, text: string, message: RegExp): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change: { text },
  by: "pmd",
  message
});

const PERMISSION: readonly Plant[] = [
  inOwn(
    "a gateway that no longer asks for the permission",
    "MccGateway",
    ["requirePermission();", ""],
    /AsksForPermissionFirst/,
    "List<MccQueryAnswer> runQueries"
  ),
  inOwn(
    "a method that others rely on and that no longer asks for the permission",
    "MccRecordsController",
    ["MccGateway.requirePermission();", ""],
    /AsksForPermissionFirst/,
    "MccRecordsRights mayWrite()"
  ),
  inOwn(
    "a method that no longer calls the one that asks",
    "MccRecordsController",
    ["MccRecordsRights rights = mayWrite();", "MccRecordsRights rights = new MccRecordsRights();"],
    /AsksForPermissionFirst/,
    "MccRecordsAnswer confirm("
  ),
  inOwn(
    "a method that reads its input before it asks",
    "MccRecordsController",
    [/(MccRecordsRights rights = mayWrite\(\);)(\s+)(Map<.*)/, "$3$2$1"],
    /AsksForPermissionFirst/,
    "MccRecordsAnswer savePeople("
  ),
  inOwn(
    "a permission that is refused to those who have it",
    "MccGateway",
    ["if (!FeatureManagement", "if (FeatureManagement"],
    /PermissionIsRefused/,
    "void requirePermission()"
  ),
  rule(
    "a permission that is asked for under a condition",
    "PlantCondition",
    "} void requirePermission() { if (!FeatureManagement.checkPermission('MCC_Health_Use') && run('') != null) { throw x(); }",
    /PermissionIsRefused/
  ),
  rule(
    "a new method that asks for nothing",
    "PlantOpen",
    "} @AuraEnabled public static Object open() { return [SELECT Id FROM User WITH USER_MODE];",
    /AsksForPermissionFirst/
  ),
  rule(
    "a new method whose refusal is swallowed",
    "PlantSwallowed",
    "} @AuraEnabled public static void open() { try { MccGateway.requirePermission(); } catch (Exception e) { }",
    /AsksForPermissionFirst/
  ),
  rule(
    "a REST resource that asks for nothing",
    "PlantRest",
    "} @HttpGet global static Object open() { return 'open';",
    /AsksForPermissionFirst/
  )
];

const SHARING: readonly Plant[] = [
  inOwn(
    "a class that runs without sharing",
    "MccRunStore",
    ["public with sharing class", "public without sharing class"],
    /RunsWithSharing/
  ),
  declared(
    "a class that inherits its sharing",
    "PlantInherited",
    "public inherited sharing class PlantInherited { /* here */ }\n",
    /RunsWithSharing/
  ),
  declared(
    "a class without a word of sharing",
    "PlantSilent",
    "public class PlantSilent { /* here */ }\n",
    /RunsWithSharing/
  ),
  declared(
    "a class without sharing in one that has it",
    "PlantInner",
    "public with sharing class PlantInner {\n  public without sharing class Inner { /* here */ }\n}\n",
    /RunsWithSharing/
  ),
  inOwn(
    "the catalogue run as the system",
    "MccGateway",
    ["AccessLevel.USER_MODE", "AccessLevel.SYSTEM_MODE"],
    /CallsInUserMode/
  ),
  inOwn(
    "a query in system mode",
    "MccRecordsController",
    ["WITH USER_MODE]", "WITH SYSTEM_MODE]"],
    /QueriesInUserMode/
  ),
  rule("a query without a mode", "PlantMode", "return [SELECT Id FROM User];", /QueriesInUserMode/),
  inOwn("a write as the system", "MccRecordsController", ["upsert as user", "upsert as system"], /WritesInUserMode/),
  inOwn(
    "a write without a mode",
    "MccRecordsController",
    ["delete as user record", "delete record"],
    /WritesInUserMode/
  ),
  inOwn(
    "a call that writes without a mode",
    "MccRunStore",
    ["Database.delete(old, false, AccessLevel.USER_MODE)", "Database.delete(old, false)"],
    /CallsInUserMode/
  ),
  rule(
    "the system's mode kept for later",
    "PlantLevel",
    "System.AccessLevel level = System.AccessLevel.SYSTEM_MODE;",
    /CallsInUserMode/
  ),
  rule("a search", "PlantSearch", "return [FIND :text IN ALL FIELDS RETURNING User];", /NoSosl/)
];

const OTHER_TEXT = /OnlyTheCatalogueIsAsked/;

const QUERY_TEXT: readonly Plant[] = [
  inOwn(
    "a query that the caller writes",
    "MccGateway",
    ["catalogue.get(request.name)", "request.name"],
    OTHER_TEXT,
    "Database.queryWithBinds("
  ),
  rule(
    "another query with the text of a caller",
    "PlantQuery",
    "return Database.query(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  rule(
    "binds for the text of a caller elsewhere",
    "PlantBinds",
    "return System.Database.queryWithBinds(catalogue.get(text), binds, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  rule(
    "a locator with the text of a caller",
    "PlantLocator",
    "return Database.getQueryLocator(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  rule(
    "a count with the text of a caller",
    "PlantCount",
    "return Database.countQuery(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  rule("a search with the text of a caller", "PlantFind", "return Search.query(text);", OTHER_TEXT),
  inOwn(
    "another catalogue than the built one",
    "MccGateway",
    ["= MccQueries.SOQL;", "= new Map<String, String>();"],
    /TheCatalogueStays/
  ),
  inOwn(
    "a query that the caller adds to the catalogue",
    "MccGateway",
    ["List<MccQueryAnswer> answers = new", "catalogue.put('own', 'text'); List<MccQueryAnswer> answers = new"],
    /TheCatalogueStays/
  ),
  rule(
    "a query that another class adds to the catalogue",
    "PlantPut",
    "MccQueries.SOQL.put('own', text);",
    /TheCatalogueStays/
  )
];

const AURA_ENABLED: readonly Plant[] = [
  inOwn(
    "answers that the browser keeps",
    "MccGateway",
    [/@AuraEnabled(?=\s+public static List)/, "@AuraEnabled(cacheable=true)"],
    /NotCacheable/
  ),
  declared(
    "two methods of one name for the page",
    "PlantOverload",
    `public with sharing class PlantOverload { /* here */
  @AuraEnabled
  public static void go() { MccGateway.requirePermission(); }
  @AuraEnabled
  public static void Go(String text) { MccGateway.requirePermission(); }
}
`,
    /OneNameForOneMethod/
  ),
  inOwn(
    "a property of a parameter that the page can't set",
    "MccConfirmationInput",
    [/@AuraEnabled(\s+public String note)/, "$1"],
    /NoHiddenField/,
    "public String note"
  ),
  inOwn(
    "a property of an answer that the page never gets",
    "MccRecordsAnswer",
    [/@AuraEnabled(\s+public String reason)/, "$1"],
    /NoHiddenField/,
    "public String reason"
  ),
  declared(
    "an inner class for the page",
    "PlantInnerResult",
    `public with sharing class PlantInnerResult {
  public class Result { @AuraEnabled public String name { get; set; } }
  @AuraEnabled
  public static List<Result> go() { MccGateway.requirePermission(); return null; } /* here */
}
`,
    /NoInnerClassForThePage/
  ),
  declared(
    "another class's inner class from the page",
    "PlantInnerParameter",
    `public with sharing class PlantInnerParameter {
  @AuraEnabled
  public static void go(PlantInnerResult.Result one) { MccGateway.requirePermission(); } /* here */
}
`,
    /NoInnerClassForThePage/
  )
];

const THROWN: readonly Plant[] = [
  inOwn(
    "an exception that shows its stack trace to the page",
    "MccRecordsController",
    ["throw MccGateway.refusal(", "throw new IllegalArgumentException("],
    /ThrowsForThePage/
  ),
  rule(
    "an exception thrown on",
    "PlantRethrow",
    "try { run(text); } catch (Exception e) { throw e; }",
    /ThrowsForThePage/
  ),
  inOwn(
    "a stack trace as the message",
    "MccGateway",
    ["e.getTypeName(), e.getMessage()", "e.getTypeName(), e.getStackTraceString()"],
    /NoTracesForThePage/
  ),
  inOwn(
    "a cause as the message",
    "MccRecordsAnswer",
    ["message = e.getMessage()", "message = e.getCause().getMessage()"],
    /NoTracesForThePage/
  )
];

/** What our own rules for PMD tell: config/pmd-ruleset.xml. */
export const PMD_RULES: readonly Plant[] = [...PERMISSION, ...SHARING, ...QUERY_TEXT, ...AURA_ENABLED, ...THROWN];
