import { fieldsOf, type Child, type Field, type FieldRules, type FieldType } from "./fields.ts";
import { openPublishedTypes, type PublishedTypes } from "./published-types.ts";

export type { Field, FieldRules, FieldType } from "./fields.ts";

export interface ObjectType {
  readonly name: string;
  readonly custom: boolean;
  /** The format of an auto number name, e.g. `R-{0000}`; null if people name the rows. */
  readonly nameFormat: string | null;
  readonly fields: readonly Field[];
  /** @returns the field of this API name, in any case */
  field(name: string): Field | undefined;
  /** @returns the child relationship of this name, in any case */
  child(relationship: string): Child | undefined;
  /** @returns the reference field whose relationship has this name, in any case: `Profile` gives `ProfileId` */
  parent(relationship: string): Field | undefined;
}

export interface Schema {
  /** @returns the object of this API name, in any case; undefined where the org has none */
  objectType(name: string): ObjectType | undefined;
  /** API names of all objects. */
  objectNames(): string[];
}

/** Fields that a package adds: to an existing object, or as a custom object of its own. */
export interface ObjectExtension {
  readonly name: string;
  readonly nameFormat?: string;
  readonly fields: Readonly<Record<string, FieldExtension>>;
}

/** A field's type, or for a reference the object that it points to ("Name" stands for any), with its rules. */
export type FieldExtension =
  FieldType | (({ readonly type: FieldType } | { readonly referenceTo: string }) & FieldRules);

/** What every custom object has. Source: Object Reference, "Custom Objects" and "System Fields". */
const CUSTOM_OBJECT_FIELDS: Readonly<Record<string, FieldExtension>> = {
  Id: "id",
  OwnerId: { referenceTo: "Name" },
  IsDeleted: "boolean",
  Name: "string",
  CreatedDate: "datetime",
  CreatedById: { referenceTo: "User" },
  LastModifiedDate: "datetime",
  LastModifiedById: { referenceTo: "User" },
  SystemModstamp: "datetime"
};

let published: PublishedTypes | undefined;
/** Objects as Salesforce publishes them, by lower-case name: the same in every schema that adds and hides nothing of them. */
const asPublished = new Map<string, ObjectType>();

/**
 * The schema of an org: Salesforce's published types (API 65), and what packages add to them.
 * Each object is read when it is first used.
 * @param extensions what packages add
 * @param hidden lower-case `object` or `object.field` names to leave out
 */
export function openSchema(
  extensions: readonly ObjectExtension[] = [],
  hidden: ReadonlySet<string> = new Set()
): Schema {
  const types = (published ??= openPublishedTypes());
  const names = new Map(types.names.map((name) => [name.toLowerCase(), name]));
  const standard = new Set(names.keys());
  for (const { name } of extensions) if (!standard.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  for (const name of hidden) names.delete(name);
  const known = new Map<string, ObjectType>();
  const partlyHidden = new Set([...hidden].map((name) => name.split(".")[0] ?? ""));

  const objectType = (name: string): ObjectType | undefined => {
    const key = name.toLowerCase();
    const official = names.get(key);
    if (official === undefined) return undefined;
    const cached = known.get(key);
    if (cached) return cached;
    const own = extensions.filter((extension) => extension.name.toLowerCase() === key);
    const isAsPublished = standard.has(key) && own.length === 0 && !partlyHidden.has(key);
    const type = (isAsPublished ? asPublished.get(key) : undefined) ?? made(key, official, own);
    if (isAsPublished) asPublished.set(key, type);
    known.set(key, type);
    return type;
  };

  const made = (key: string, official: string, own: readonly ObjectExtension[]): ObjectType => {
    const base = standard.has(key) ? fieldsOf(types.fields(official)) : { fields: [], children: [] };
    const added = [
      ...(standard.has(key) ? [] : Object.entries(CUSTOM_OBJECT_FIELDS)),
      ...own.flatMap((extension) => Object.entries(extension.fields))
    ].map(([field, type]) => extensionField(field, type));
    const fields = [...base.fields, ...added].filter((field) => !hidden.has(`${key}.${field.name.toLowerCase()}`));
    return assemble(official, fields, base.children, own[0]?.nameFormat ?? null);
  };

  return {
    objectType,
    objectNames: () => [...names.values()]
  };
}

function extensionField(name: string, type: FieldExtension): Field {
  const declared = typeof type === "string" ? { type } : type;
  if ("type" in declared) return { name, relationshipName: null, referenceTo: null, ...declared };
  const relationshipName = name.replace(/__c$/, "__r").replace(/Id$/, "");
  return { name, type: "reference", relationshipName, ...declared };
}

function assemble(
  name: string,
  fields: readonly Field[],
  children: readonly Child[],
  nameFormat: string | null
): ObjectType {
  const byName = new Map(fields.flatMap((field) => [field.name, field.name.toLowerCase()].map((key) => [key, field])));
  const parents = new Map(fields.map((field) => [field.relationshipName?.toLowerCase(), field]));
  const childNames = new Map(children.map((child) => [child.relationshipName.toLowerCase(), child]));
  return {
    name,
    custom: name.endsWith("__c"),
    nameFormat,
    fields,
    field: (wanted) => byName.get(wanted) ?? byName.get(wanted.toLowerCase()),
    child: (relationship) => childNames.get(relationship.toLowerCase()),
    parent: (relationship) => parents.get(relationship.toLowerCase())
  };
}
