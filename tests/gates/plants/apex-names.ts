import type { Plant } from "../plant.ts";
import { CLASSES, inClass } from "./apex.ts";

const inOwn = (what: string, name: string, change: readonly [string | RegExp, string], message: RegExp): Plant => ({
  what,
  file: `${CLASSES}/${name}.cls`,
  change,
  by: "references",
  message
});

const made = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("references", what, name, line, message);

const DECLARATIONS = "types/platform/apex.d.ts";

/** Names in the strings of Apex, and what its methods return. */
export const APEX_NAMES: readonly Plant[] = [
  inOwn(
    "a query that the catalogue does not have",
    "MccRecordsController",
    ["about('saved-confirmations')", "about('kept-confirmation')"],
    /query catalogue has no 'kept-confirmation'/
  ),
  made(
    "a query that the catalogue does not have, asked for its rows",
    "PlantRows",
    "return MccGateway.rowsOf('kept-persons');",
    /query catalogue has no 'kept-persons'/
  ),
  made(
    "a query whose name is made up",
    "PlantMadeUp",
    "return MccRecordsAnswer.about('kept-' + text);",
    /query catalogue has no 'kept-'\+text/
  ),
  inOwn(
    "a test that asks for a permission set that is nowhere",
    "MccFixture",
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
    "MccFixture",
    ["DeveloperName = 'MCC_Health_Use'", "DeveloperName = 'MCC_Health'"],
    /no custom permission "MCC_Health"/
  ),
  inOwn(
    "a test that takes away an object that is nowhere",
    "MccRunTest",
    ["'PermissionsDelete', 'MCC_Run__c'", "'PermissionsDelete', 'MCC_Runs__c'"],
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
      "MccQueryAnswer",
      ["public String errorMessage {", "public String errorText {"],
      /runQueries gives list of .*errorText: string.*, not list of .*errorMessage: string/
    ),
    at: [DECLARATIONS, "MccGateway.runQueries"]
  },
  {
    ...inOwn(
      "one where the page believes in many",
      "MccGateway",
      ["public static List<MccQueryAnswer> runQueries", "public static MccQueryAnswer runQueries"],
      /runQueries gives \{.*, not list of/
    ),
    at: [DECLARATIONS, "MccGateway.runQueries"]
  },
  {
    what: "a field that the page takes for another type",
    file: DECLARATIONS,
    change: ["readonly savePeople: boolean", "readonly savePeople: string"],
    by: "references",
    message: /mayWrite gives .*savePeople: boolean.*, not .*savePeople: string/,
    at: [DECLARATIONS, "MccRecordsController.mayWrite"]
  }
];
