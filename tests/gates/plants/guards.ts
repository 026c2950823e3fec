import { SOURCE, type Plant } from "../plant.ts";
import { CLASSES, inClass } from "./apex.ts";

const SET = `${SOURCE}/permissionsets/MCC_Health.permissionset-meta.xml`;
const FIXER_SET = `${SOURCE}/permissionsets/MCC_Health_Fixer.permissionset-meta.xml`;
const FIXER = `${CLASSES}/MccFixer.cls`;

const plant = (
  what: string,
  file: string,
  change: Plant["change"],
  message: RegExp,
  at?: Plant["at"],
  by: Plant["by"] = "guards"
): Plant => ({ what, file, change, by, message, ...(at && { at }) });

const inApex = (what: string, name: string, line: string, message: RegExp): Plant =>
  inClass("guards", what, name, line, message);

const script = (what: string, file: string, line: string, message: RegExp): Plant =>
  plant(what, file, { text: `/* here */ ${line}\n` }, message);

const UNTOLD = /what can't be told/;

const APEX_WRITES: readonly Plant[] = [
  inApex("a user written elsewhere", "PlantUserWrite", "User one = new User(); update as user one;", /writes user\b/),
  inApex(
    "assignments written elsewhere",
    "PlantAssignments",
    "List<PermissionSetAssignment> all = new List<PermissionSetAssignment>(); insert as user all;",
    /writes permissionsetassignment/
  ),
  inApex(
    "access to an app taken elsewhere",
    "PlantDetach",
    "for (SetupEntityAccess one : [SELECT Id FROM SetupEntityAccess WITH USER_MODE]) { delete as user one; }",
    /writes setupentityaccess/
  ),
  inApex("a user made and written at once", "PlantNew", "insert as user new User();", UNTOLD),
  inApex(
    "rows of a query written",
    "PlantRowsWrite",
    "delete as user [SELECT Id FROM UserLogin WITH USER_MODE];",
    UNTOLD
  ),
  inApex("a record of any kind", "PlantAny", "SObject one = new User(); update as user one;", /writes sobject/),
  inApex(
    "records of any kind",
    "PlantAnyList",
    "List<SObject> all = new List<SObject>(); upsert as user all;",
    /writes sobject/
  ),
  inApex("a record of any kind, cast", "PlantCast", "Object one; update as user (User) one;", UNTOLD),
  inApex(
    "records of any kind from a map",
    "PlantMap",
    "Map<Id, User> all = new Map<Id, User>(); update as user all.values();",
    /writes user\b/
  ),
  inApex(
    "what a method made of any kind",
    "PlantMade",
    "update as user made(); } private SObject made() { return new User();",
    /writes sobject/
  ),
  inApex(
    "a user written by a call",
    "PlantCall",
    "User one = new User(); Database.update(one, false, AccessLevel.USER_MODE);",
    /writes user\b/
  ),
  inApex(
    "records deleted at once by a call",
    "PlantImmediate",
    "List<User> all; System.Database.deleteImmediate(all, AccessLevel.USER_MODE);",
    /writes user\b/
  ),
  inApex("a user merged", "PlantMerge", "User one; User other; merge one other;", /writes user\b/),
  inApex("a password set", "PlantPassword", "System.setPassword(text, text);", /setpassword/),
  inApex("a request with one's own session", "PlantSession", "String id = UserInfo.getSessionId();", /getsessionid/),
  inApex("a deployment", "PlantDeployment", "Metadata.Operations.enqueueDeployment(null, null);", /enqueuedeployment/)
];

const FIXER_CLASS: readonly Plant[] = [
  plant(
    "a fixer that writes without asking",
    FIXER,
    [/(Id write\(MCC_Change__c change\) \{\s+)requirePermission\(\);/, "$1"],
    /"write" writes: it has to begin/,
    [FIXER, "Id write(MCC_Change__c change)"]
  ),
  plant(
    "a fixer that asks after it wrote",
    FIXER,
    [
      /requirePermission\(\);(\s+)(if \(change\.Object__c == 'User'\))/,
      "change.Status__c = null; requirePermission();$1$2"
    ],
    /"writecheckbox" writes: it has to begin/,
    [FIXER, "void writeCheckbox("]
  ),
  plant(
    "a fixer that asks for the permission that everybody has",
    FIXER,
    ["'MCC_Health_Fix'", "'MCC_Health_Use'"],
    /another permission than MCC_Health_Fix/,
    [FIXER, "public with sharing class MccFixer"]
  ),
  plant(
    "a fixer that writes something else",
    FIXER,
    ["UserLogin login = new UserLogin", "SObject login = new UserLogin"],
    /writes sobject/,
    [FIXER, "update as user login"]
  ),
  plant(
    "a fixer that writes as the system",
    FIXER,
    ["insert as user assignment", "insert as system assignment"],
    /WritesInUserMode/,
    undefined,
    "pmd"
  ),
  plant(
    "a fixer that lets the page act without asking",
    FIXER,
    [/(MccFixAnswer act\(Id changeId\) \{\s+)requirePermission\(\);/, "$1"],
    /AsksForPermissionFirst/,
    [FIXER, "MccFixAnswer act(Id changeId)"],
    "pmd"
  )
];

const CLASS_ACCESS = "<classAccesses><apexClass>MccFixer</apexClass><enabled>true</enabled></classAccesses>";
const given = (set: string, what: string, change: Plant["change"], message: RegExp, text: string): Plant =>
  plant(what, set, change, message, [set, text]);

const PERMISSION_SETS: readonly Plant[] = [
  given(
    SET,
    "the fixer's class given to those who may only read",
    ["<customPermissions>", `${CLASS_ACCESS}<customPermissions>`],
    /Only MCC_Health_Fixer gives MccFixer/,
    "<customPermissions>"
  ),
  given(
    SET,
    "the fixer's permission given to those who may only read",
    ["<name>MCC_Health_Use</name>", "<name>MCC_Health_Fix</name>"],
    /Only MCC_Health_Fixer gives MCC_Health_Fix/,
    "<customPermissions>"
  ),
  given(
    SET,
    "records of changes that readers may write",
    [/<allowCreate>false(<\/allowCreate>)/, "<allowCreate>true$1"],
    /Only MCC_Health_Fixer gives <allowCreate>/,
    "<allowCreate>false"
  ),
  given(
    FIXER_SET,
    "records of changes that somebody may delete",
    ["<allowDelete>false", "<allowDelete>true"],
    /Nobody gets <allowDelete>/,
    "<allowDelete>false"
  ),
  given(
    FIXER_SET,
    "a fixer who may also run the checks",
    ["<apexClass>MccFixer</apexClass>", "<apexClass>MccGateway</apexClass>"],
    /gives MccFixer and nothing else/,
    "<classAccesses>"
  )
];

const PAGE = `${SOURCE}/lwc/mccHealth/plant.ts`;
const SCRIPTS: readonly Plant[] = [
  script(
    "a component that acts without a plan",
    PAGE,
    'import act from "@salesforce/apex/MccFixer.act";\nexport default act;',
    /MccFixer\.act" could write/
  ),
  script(
    "a component that writes records past Apex",
    `${SOURCE}/lwc/mccVisit/plant.ts`,
    'import { updateRecord } from "lightning/uiRecordApi";\nexport default updateRecord;',
    /uiRecordApi" could write/
  ),
  script(
    "a command that sends a change",
    "command-line/orgs/plant.ts",
    'export const options = { method: "PATCH" };',
    /"PATCH" could write/
  ),
  script(
    "a command that writes through the library",
    "command-line/evidence/plant.ts",
    'export const write = (org) => org.sobject("User");',
    /\.sobject\(\) could write/
  ),
  script(
    "a local page that writes through a connection",
    "local/page/plant.ts",
    'export const write = (org) => org.update("User", {});',
    /\.update\(\) could write/
  )
];

/** Ways to change Setup past the custom permission Fix. */
export const GUARDS: readonly Plant[] = [...APEX_WRITES, ...FIXER_CLASS, ...PERMISSION_SETS, ...SCRIPTS];
