import type { Plant } from "../plant.ts";
import { CLASSES, inClass } from "./apex.ts";

const inOwn = (what: string, name: string, change: readonly [string | RegExp, string], told: RegExp): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change,
  by: "references",
  told
});

const made = (what: string, name: string, line: string, told: RegExp): Plant =>
  inClass("references", what, name, line, told);

const DECLARATIONS = "types/platform/apex.d.ts";

/** Names in the strings of Apex, and what its methods return. */
export const APEX_NAMES: readonly Plant[] = [
  inOwn(
    "a query that the catalogue does not have, once saved",
    "MccMemory",
    ["saved('kept-confirmations')", "saved('kept-confirmation')"],
    /query catalogue has no 'kept-confirmation'/
  ),
  made(
    "a query that the catalogue does not have, once changed",
    "PlantChanged",
    "return MccMemoryAnswer.changed('kept-persons');",
    /query catalogue has no 'kept-persons'/
  ),
  made(
    "a query that the catalogue does not have, once refused",
    "PlantRefused",
    "return MccMemoryAnswer.refusedBy(e, 'kept-run-s');",
    /query catalogue has no 'kept-run-s'/
  ),
  made(
    "a query whose name is made up",
    "PlantMadeUp",
    "return MccMemoryAnswer.saved('kept-' + text);",
    /query catalogue has no 'kept-'\+text/
  ),
  inOwn(
    "a test that asks for a permission set that is nowhere",
    "MccGatewayTest",
    ["Name = 'MCC_Health' LIMIT", "Name = 'MCC_Heath' LIMIT"],
    /no permission set "MCC_Heath"/
  ),
  made(
    "an assignment of a permission set that is nowhere",
    "PlantAssignment",
    "return [SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN ('MCC_Health', 'MCC_Heath')];",
    /no permission set "MCC_Heath"/
  ),
  inOwn(
    "a test that asks for a custom permission that is nowhere",
    "MccMemoryFixture",
    ["DeveloperName = 'MCC_Health_Use'", "DeveloperName = 'MCC_Health'"],
    /no custom permission "MCC_Health"/
  ),
  inOwn(
    "a test that grants an object that is nowhere",
    "MccMemoryFixture",
    ["'MCC_Run__c' })", "'MCC_Runs__c' })"],
    /no object "MCC_Runs__c"/
  ),
  made(
    "a custom permission that is nowhere, asked for by a literal",
    "PlantPermission",
    "return FeatureManagement.checkPermission('MCC_Health_Used');",
    /no custom permission "MCC_Health_Used"/
  ),
  made(
    "a custom permission that the caller chooses",
    "PlantChosen",
    "return FeatureManagement.checkPermission(text);",
    /Which custom permission "text" is, can't be told/
  ),
  {
    ...inOwn(
      "a field that Apex calls otherwise than the page",
      "MccGateway",
      ["public String errorMessage;", "public String errorText;"],
      /runQueries gives list of .*errorText: string.*, not list of .*errorMessage: string/
    ),
    at: [DECLARATIONS, "MccGateway.runQueries"]
  },
  {
    ...inOwn(
      "one where the page believes in many",
      "MccGateway",
      ["public static List<Answer> runQueries", "public static Answer runQueries"],
      /runQueries gives \{.*, not list of/
    ),
    at: [DECLARATIONS, "MccGateway.runQueries"]
  },
  {
    what: "a field that the page takes for another type",
    file: DECLARATIONS,
    change: ["readonly keepPeople: boolean", "readonly keepPeople: string"],
    by: "references",
    told: /mayWrite gives .*keepPeople: boolean.*, not .*keepPeople: string/,
    at: [DECLARATIONS, "MccMemory.mayWrite"]
  }
];
