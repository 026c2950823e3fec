import type { JavaField } from "./class-file.ts";

export type FieldType =
  | "id"
  | "reference"
  | "string"
  | "boolean"
  | "int"
  | "double"
  | "date"
  | "datetime"
  | "time"
  | "base64"
  | "anyType"
  | "compound";

/** The rules for a value that is written, as far as they are known. */
export interface FieldRules {
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Of text, in characters. */
  readonly length?: number;
}

export interface Field extends FieldRules {
  readonly name: string;
  readonly type: FieldType;
  /** The parent's name in a query: `Profile` for `ProfileId`. */
  readonly relationshipName: string | null;
  /** The object that a reference points to; "Name" if there are several. */
  readonly referenceTo: string | null;
}

export interface Child {
  readonly relationshipName: string;
  /** The object whose rows are the children. */
  readonly object: string;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  "com/nawforce/runforce/System/Id": "reference",
  "com/nawforce/runforce/System/String": "string",
  "com/nawforce/runforce/System/Boolean": "boolean",
  "com/nawforce/runforce/System/Integer": "int",
  "com/nawforce/runforce/System/Long": "int",
  "com/nawforce/runforce/System/Decimal": "double",
  "com/nawforce/runforce/System/Date": "date",
  "com/nawforce/runforce/System/Datetime": "datetime",
  "com/nawforce/runforce/System/Time": "time",
  "com/nawforce/runforce/System/Blob": "base64",
  "java/lang/Object": "anyType"
};
const SOBJECT = /^com\/nawforce\/runforce\/SObjects\/(\w+)$/;
const ANY_SOBJECT = "com/nawforce/runforce/System/SObject";

/**
 * Translates an sObject's Java fields: a field of another sObject's type is the parent of the `…Id` field beside it, an
 * array of sObjects is a child relationship, and any other sObject is a compound field.
 */
export function fieldsOf(declared: readonly JavaField[]): { fields: Field[]; children: Child[] } {
  const javaTypes = new Map(declared.map(({ name, descriptor }) => [name, descriptor.replace(/^(\[?)L|;$/g, "$1")]));
  const parentOf = (name: string): { relationshipName: string; referenceTo: string } | undefined => {
    const relationshipName = name.endsWith("__c") ? name.replace(/__c$/, "__r") : name.replace(/Id$/, "");
    const target = javaTypes.get(relationshipName);
    if (relationshipName === name || target === undefined) return undefined;
    const referenceTo = target === ANY_SOBJECT ? "Name" : SOBJECT.exec(target)?.[1];
    return referenceTo === undefined ? undefined : { relationshipName, referenceTo };
  };

  const fields: Field[] = [];
  const children: Child[] = [];
  for (const [name, javaType] of javaTypes) {
    if (javaType.startsWith("[")) {
      const object = SOBJECT.exec(javaType.slice(1))?.[1];
      if (object !== undefined) children.push({ relationshipName: name, object });
      continue;
    }
    const type = TYPES[javaType];
    if (type === "reference") {
      const parent = name === "Id" ? undefined : parentOf(name);
      fields.push({
        name,
        type: name === "Id" ? "id" : "reference",
        relationshipName: parent?.relationshipName ?? null,
        referenceTo: parent?.referenceTo ?? null
      });
    } else if (type !== undefined) {
      fields.push({ name, type, relationshipName: null, referenceTo: null });
    } else if (!javaTypes.has(`${name}Id`)) {
      fields.push({ name, type: "compound", relationshipName: null, referenceTo: null });
    }
  }
  return { fields, children };
}
