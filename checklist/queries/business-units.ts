import { optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** The business units that are enabled in this org. */
export const businessUnits = query("business-units", {
  object: "et4ae5__Business_Unit__c",
  label: "the connector's business units",
  fields: { Id: text, et4ae5__Business_Unit_Name__c: optional(text), et4ae5__Business_Unit_ID__c: optional(text) },
  limit: 200,
  ask: always
});

export const healthy = (): RowOf<typeof businessUnits>[] => [
  { Id: "a01000000000001AAA", et4ae5__Business_Unit_Name__c: "Nordics", et4ae5__Business_Unit_ID__c: "100" }
];
