import { labelOf } from "./label.ts";
import { keyPrefixOf } from "./new-row.ts";
import type { Scenario } from "./scenario.ts";
import type { Field, ObjectType } from "./schema.ts";
import { isRequired, isWritable, operationsOn, type Operation } from "./write-rules.ts";

/** Field types with another name in REST than in the schema. */
const REST_TYPES: Readonly<Record<string, string>> = { compound: "address" };

/** @returns one object's entry in the list that `/sobjects` answers */
function summaryOf(name: string, operations: readonly Operation[], address: string): Record<string, unknown> {
  const own = `${address}/sobjects/${name}`;
  return {
    name,
    label: labelOf(name),
    labelPlural: labelOf(name),
    custom: name.endsWith("__c"),
    queryable: true,
    retrieveable: true,
    createable: operations.includes("create"),
    updateable: operations.includes("update"),
    deletable: operations.includes("delete"),
    urls: { sobject: own, describe: `${own}/describe`, rowTemplate: `${own}/{ID}` }
  };
}

/** @returns what `/sobjects` answers */
export const describeGlobal = (scenario: Scenario, address: string): unknown => ({
  encoding: "UTF-8",
  maxBatchSize: 200,
  sobjects: scenario.schema.objectNames().map((name) => summaryOf(name, operationsOn(scenario, name), address))
});

/** @returns what `/sobjects/X/describe` answers, as far as the schema has it; without child relationships */
export function describeObject(type: ObjectType, scenario: Scenario, address: string): unknown {
  const operations = operationsOn(scenario, type.name);
  return {
    ...summaryOf(type.name, operations, address),
    keyPrefix: keyPrefixOf(type, scenario),
    fields: type.fields.map((field) => describeField(type, field, operations)),
    childRelationships: [],
    recordTypeInfos: []
  };
}

function describeField(objectType: ObjectType, field: Field, operations: readonly Operation[]): unknown {
  const { name, type, relationshipName, referenceTo, length = 0, unique = false } = field;
  const writable = isWritable(objectType, field);
  return {
    name,
    label: labelOf(name),
    type: REST_TYPES[type] ?? type,
    length,
    unique,
    custom: name.endsWith("__c"),
    nillable: type !== "id" && type !== "boolean" && !isRequired(objectType, field),
    defaultedOnCreate: type === "boolean" || !writable,
    relationshipName,
    referenceTo: referenceTo === null ? [] : [referenceTo],
    picklistValues: [],
    createable: writable && operations.includes("create"),
    updateable: writable && operations.includes("update")
  };
}
