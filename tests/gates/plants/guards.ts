import type { Plant } from "../plant.ts";
import { CLASSES, inClass } from "./apex.ts";

type Change = readonly [from: string | RegExp, to: string];

const guards = (what: string, name: string, line: string, told: RegExp): Plant =>
  inClass("guards", what, name, line, told);

/** An error in a class that is there; `at` is the line that is told, when not the one that was changed. */
const inOwn = (what: string, name: string, change: Change, told: RegExp, at?: string): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change,
  by: "guards",
  told,
  ...(at === undefined ? {} : { at: [`${CLASSES}/${name}.cls`, at] })
});

const declared = (what: string, name: string, text: string, told: RegExp): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change: { text },
  by: "guards",
  told
});

const PERMISSION: readonly Plant[] = [
  inOwn(
    "a gateway that no longer asks for the permission",
    "MccGateway",
    ["requirePermission();", ""],
    /Anybody may call "runQueries"/,
    "List<Answer> runQueries"
  ),
  inOwn(
    "a method that others rely on and that no longer asks for the permission",
    "MccMemory",
    ["MccGateway.requirePermission();", ""],
    /Anybody may call "mayWrite"/,
    "Rights mayWrite()"
  ),
  inOwn(
    "a method that no longer calls the one that asks",
    "MccMemory",
    ["Rights rights = mayWrite();", "Rights rights = new Rights();"],
    /Anybody may call "confirm"/,
    "MccMemoryAnswer confirm("
  ),
  inOwn(
    "a method that reads its input before it asks",
    "MccMemory",
    [/(Rights rights = mayWrite\(\);)(\s+)(Map<.*)/, "$3$2$1"],
    /Anybody may call "keepPeople"/,
    "MccMemoryAnswer keepPeople("
  ),
  inOwn(
    "a permission that is refused to those who have it",
    "MccGateway",
    ["if (!FeatureManagement", "if (FeatureManagement"],
    /requirePermission does not begin with/
  ),
  guards(
    "a permission that is asked for under a condition",
    "PlantCondition",
    "} void requirePermission() { if (!FeatureManagement.checkPermission('MCC_Health_Use') && run('') != null) { throw x(); }",
    /requirePermission does not begin with/
  ),
  guards(
    "a new method that asks for nothing",
    "PlantOpen",
    "} @AuraEnabled public static Object open() { return [SELECT Id FROM User WITH USER_MODE];",
    /Anybody may call "open"/
  ),
  guards(
    "a new method whose refusal is swallowed",
    "PlantSwallowed",
    "} @AuraEnabled public static void open() { try { MccGateway.requirePermission(); } catch (Exception e) { }",
    /Anybody may call "open"/
  ),
  guards(
    "a REST resource that asks for nothing",
    "PlantRest",
    "} @HttpGet global static Object open() { return 'open';",
    /Anybody may call "open"/
  )
];

const SHARING: readonly Plant[] = [
  inOwn(
    "a class that runs without sharing",
    "MccMemoryRuns",
    ["public with sharing class", "public without sharing class"],
    /does not run with sharing/
  ),
  declared(
    "a class that inherits its sharing",
    "PlantInherited",
    "public inherited sharing class PlantInherited { /* here */ }\n",
    /does not run with sharing/
  ),
  declared(
    "a class without a word of sharing",
    "PlantSilent",
    "public class PlantSilent { /* here */ }\n",
    /does not run with sharing/
  ),
  declared(
    "a class without sharing in one that has it",
    "PlantInner",
    "public with sharing class PlantInner {\n  public without sharing class Inner { /* here */ }\n}\n",
    /"Inner" does not run with sharing/
  ),
  inOwn(
    "the catalogue run as the system",
    "MccGateway",
    ["AccessLevel.USER_MODE", "AccessLevel.SYSTEM_MODE"],
    /AccessLevel.USER_MODE is missing/
  ),
  inOwn("a query in system mode", "MccMemory", ["WITH USER_MODE]", "WITH SYSTEM_MODE]"], /WITH USER_MODE is missing/),
  guards("a query without a mode", "PlantMode", "return [SELECT Id FROM User];", /WITH USER_MODE is missing/),
  inOwn("a write as the system", "MccMemory", ["upsert as user", "upsert as system"], /"as user" is missing/),
  inOwn("a write without a mode", "MccMemory", ["delete as user record", "delete record"], /"as user" is missing/),
  inOwn(
    "a call that writes without a mode",
    "MccMemoryRuns",
    ["Database.delete(old, false, AccessLevel.USER_MODE)", "Database.delete(old, false)"],
    /AccessLevel.USER_MODE is missing/
  ),
  guards(
    "the system's mode kept for later",
    "PlantLevel",
    "System.AccessLevel level = System.AccessLevel.SYSTEM_MODE;",
    /It asks for what the system may/
  ),
  guards("a search", "PlantSearch", "return [FIND :text IN ALL FIELDS RETURNING User];", /SOSL/)
];

const OTHER_TEXT = /runs a text as a query/;

const QUERY_TEXT: readonly Plant[] = [
  inOwn("a query that the caller writes", "MccGateway", ["catalogue.get(request.name)", "request.name"], OTHER_TEXT),
  guards(
    "another query with the text of a caller",
    "PlantQuery",
    "return Database.query(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  guards(
    "binds for the text of a caller elsewhere",
    "PlantBinds",
    "return System.Database.queryWithBinds(catalogue.get(text), binds, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  guards(
    "a locator with the text of a caller",
    "PlantLocator",
    "return Database.getQueryLocator(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  guards(
    "a count with the text of a caller",
    "PlantCount",
    "return Database.countQuery(text, AccessLevel.USER_MODE);",
    OTHER_TEXT
  ),
  guards("a search with the text of a caller", "PlantFind", "return Search.query(text);", OTHER_TEXT),
  inOwn(
    "another catalogue than the built one",
    "MccGateway",
    ["= MccQueries.SOQL;", "= new Map<String, String>();"],
    /The catalogue is not MccQueries.SOQL/
  ),
  inOwn(
    "a query that the caller adds to the catalogue",
    "MccGateway",
    ["List<Answer> answers = new", "catalogue.put('own', requests); List<Answer> answers = new"],
    /only there to look names up/
  ),
  guards(
    "a query that another class adds to the catalogue",
    "PlantPut",
    "MccQueries.SOQL.put('own', text);",
    /only for the gateway's catalogue/
  )
];

const AURA_ENABLED: readonly Plant[] = [
  inOwn(
    "answers that the browser keeps",
    "MccGateway",
    [/@AuraEnabled(?=\s+public static List)/, "@AuraEnabled(cacheable=true)"],
    /It is cacheable/
  ),
  declared(
    "two methods of one name for the page",
    "PlantOverload",
    `public with sharing class PlantOverload {
  @AuraEnabled
  public static void go() { MccGateway.requirePermission(); }
  @AuraEnabled
  public static void Go(String text) { MccGateway.requirePermission(); } /* here */
}
`,
    /two @AuraEnabled methods "Go"/
  ),
  inOwn(
    "a field of a class within that the page never gets",
    "MccMemory",
    [/@AuraEnabled(\s+public Boolean undo)/, "$1"],
    /never gets "undo"/,
    "public Boolean undo"
  ),
  inOwn(
    "a field of another class that the page never gets",
    "MccMemoryAnswer",
    [/@AuraEnabled(\s+public String reason)/, "$1"],
    /never gets "reason"/,
    "public String reason"
  ),
  inOwn(
    "a field of listed rows that the page never gets",
    "MccGateway",
    [/@AuraEnabled(\s+public String rows)/, "$1"],
    /never gets "rows"/,
    "public String rows"
  )
];

const THROWN: readonly Plant[] = [
  inOwn(
    "an exception that shows its stack trace to the page",
    "MccMemoryInput",
    ["throw MccGateway.refusal(", "throw new IllegalArgumentException("],
    /no AuraHandledException/
  ),
  guards(
    "an exception thrown on",
    "PlantRethrow",
    "try { run(text); } catch (Exception e) { throw e; }",
    /no AuraHandledException/
  ),
  inOwn(
    "a stack trace as the message",
    "MccGateway",
    ["e.getTypeName(), e.getMessage()", "e.getTypeName(), e.getStackTraceString()"],
    /"getstacktracestring"/
  ),
  inOwn(
    "a cause as the message",
    "MccMemoryAnswer",
    ["answer.message = e.getMessage()", "answer.message = e.getCause().getMessage()"],
    /"getcause"/
  )
];

export const GUARDS: readonly Plant[] = [...PERMISSION, ...SHARING, ...QUERY_TEXT, ...AURA_ENABLED, ...THROWN];
