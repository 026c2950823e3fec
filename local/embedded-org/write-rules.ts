import type { Scenario } from "./scenario.ts";
import type { Field, ObjectType } from "./schema.ts";

export type Operation = "create" | "update" | "delete";

const ALL: readonly Operation[] = ["create", "update", "delete"];

/** Standard objects that can be written: only those that MCC Health writes. */
const STANDARD: Readonly<Record<string, readonly Operation[]>> = {
  ContentVersion: ["create"],
  ContentDocument: ["delete"]
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

/** Source: Object Reference, "ContentVersion": fields with the property Create, as far as a report needs them. */
const FILE_FIELDS: readonly string[] = [
  "Title",
  "Description",
  "PathOnClient",
  "VersionData",
  "FirstPublishLocationId",
  "OwnerId"
];

/** @returns what the logged-in user may do with rows of this object */
export function operationsOn({ readOnly }: Pick<Scenario, "readOnly">, object: string): readonly Operation[] {
  if (readOnly.has(object)) return [];
  return object.endsWith("__c") ? ALL : (STANDARD[object] ?? []);
}

export function isWritable(type: ObjectType, { name, type: fieldType }: Field): boolean {
  if (!type.custom) return FILE_FIELDS.includes(name);
  if (fieldType === "compound" || SYSTEM_FIELDS.includes(name)) return false;
  return name !== "Name" || type.nameFormat === null;
}

export function isRequired(type: ObjectType, { name, required = false }: Field): boolean {
  return required || (type.name === "ContentVersion" && ["PathOnClient", "VersionData"].includes(name));
}
