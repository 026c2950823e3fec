import { flag, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** Whether the connector writes results for each person who got an email. */
export const trackingSettings = query("tracking-settings", {
  object: "et4ae5__Configuration__c",
  fields: { Id: text, et4ae5__Individual_Tracking__c: flag },
  limit: 10,
  ask: always
});

export const healthy = (): RowOf<typeof trackingSettings>[] => [
  { Id: "a00000000000001AAA", et4ae5__Individual_Tracking__c: true }
];
