import { optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const connectorConfiguration = query("connector-configuration", {
  object: "et4ae5__Configuration__c",
  label: "the connector's configuration",
  fields: { Id: text, et4ae5__Username__c: optional(text) },
  ask: always
});

export const healthy = (): RowOf<typeof connectorConfiguration>[] => [
  { Id: "a00000000000001AAA", et4ae5__Username__c: "mc-api-user" }
];
