import type { Field, ObjectType, Schema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Field types that REST calls otherwise than the schema. */
const REST_TYPES: Readonly<Record<string, string>> = { compound: "address" };

/** @returns the entry of one object in the list of all, as `/sobjects` answers it */
function summaryOf(name: string, address: string): Record<string, unknown> {
  const own = `${address}/sobjects/${name}`;
  return {
    name,
    label: labelOf(name),
    labelPlural: labelOf(name),
    custom: name.endsWith("__c"),
    queryable: true,
    retrieveable: true,
    createable: false,
    updateable: false,
    deletable: false,
    urls: { sobject: own, describe: `${own}/describe`, rowTemplate: `${own}/{ID}` }
  };
}

/** @returns what `/sobjects` answers */
export const describeGlobal = (schema: Schema, address: string): unknown => ({
  encoding: "UTF-8",
  maxBatchSize: 200,
  sobjects: schema.objectNames().map((name) => summaryOf(name, address))
});

/** @returns what `/sobjects/X/describe` answers, as far as the schema knows it */
export function describeObject(type: ObjectType, schema: Schema, store: Store, address: string): unknown {
  const [row] = store.table(type.name).rows;
  return {
    ...summaryOf(type.name, address),
    keyPrefix: typeof row?.values.Id === "string" ? row.values.Id.slice(0, 3) : null,
    fields: type.fields.map(describeField),
    childRelationships: type.children.map((child) => ({
      relationshipName: child.relationshipName,
      childSObject: child.object,
      field: schema.childField(type, child)?.name ?? null
    })),
    recordTypeInfos: []
  };
}

function describeField({ name, type, relationshipName, referenceTo }: Field): unknown {
  return {
    name,
    label: labelOf(name),
    type: REST_TYPES[type] ?? type,
    custom: name.endsWith("__c"),
    nillable: type !== "id" && type !== "boolean",
    relationshipName,
    referenceTo: referenceTo === null ? [] : [referenceTo],
    picklistValues: [],
    createable: false,
    updateable: false
  };
}

/** The published types carry no labels: the name in words stands in. */
const labelOf = (name: string): string =>
  name
    .replace(/^[A-Za-z0-9]+__|__c$/g, "")
    .replace(/_/g, " ")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ");
