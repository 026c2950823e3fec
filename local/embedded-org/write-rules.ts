import type { Scenario } from "./scenario.ts";
import type { Field, ObjectType } from "./schema.ts";

export type Operation = "create" | "update" | "delete";

const ALL: readonly Operation[] = ["create", "update", "delete"];

/** Standard objects that can be written: only those that MCC Health writes. */
const STANDARD: Readonly<Record<string, readonly Operation[]>> = {
  ContentVersion: ["create"],
  ContentDocument: ["delete"],
  PermissionSet: ["create", "delete"],
  PermissionSetAssignment: ["create", "delete"],
  SetupEntityAccess: ["create", "delete"],
  User: ["update"],
  UserLogin: ["update"]
};

/** Only the org sets these. Source: Object Reference, "System Fields". */
const SYSTEM_FIELDS: readonly string[] = [
  "Id",
  "IsDeleted",
  "CreatedDate",
  "CreatedById",
  "LastModifiedDate",
  "LastModifiedById",
  "SystemModstamp"
];

/** Source: Object Reference: fields with the properties Create or Update, as far as MCC Health writes them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ContentVersion: ["Title", "Description", "PathOnClient", "VersionData", "FirstPublishLocationId", "OwnerId"],
  PermissionSet: ["Name", "Label", "Description", "LicenseId", "HasActivationRequired"],
  PermissionSetAssignment: ["AssigneeId", "PermissionSetId"],
  // Its type is derived.
  SetupEntityAccess: ["ParentId", "SetupEntityId"],
  User: [
    "IsActive",
    "UserPermissionsMarketingUser",
    "et4ae5__ExactTargetForAppExchangeUser__c",
    "et4ae5__ExactTargetForAppExchangeAdmin__c"
  ],
  UserLogin: ["IsFrozen", "IsPasswordLocked"]
};

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  PermissionSet: ["Name", "Label"],
  ContentVersion: ["PathOnClient", "VersionData"],
  PermissionSetAssignment: ["AssigneeId", "PermissionSetId"],
  SetupEntityAccess: ["ParentId", "SetupEntityId"]
};

/** @returns what the logged-in user may do with rows of this object */
export function operationsOn({ readOnly }: Pick<Scenario, "readOnly">, object: string): readonly Operation[] {
  if (readOnly.has(object)) return [];
  return object.endsWith("__c") ? ALL : (STANDARD[object] ?? []);
}

export function isWritable(type: ObjectType, { name, type: fieldType }: Field): boolean {
  if (!type.custom) return FIELDS[type.name]?.includes(name) ?? false;
  if (fieldType === "compound" || SYSTEM_FIELDS.includes(name)) return false;
  return name !== "Name" || type.nameFormat === null;
}

export function isRequired(type: ObjectType, { name, required = false }: Field): boolean {
  return required || (REQUIRED[type.name]?.includes(name) ?? false);
}
