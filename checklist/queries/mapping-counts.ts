import { number, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many active users are mapped to each Marketing Cloud user; those shared by most come first. */
export const mappingCounts = query("mapping-counts", {
  object: "User",
  fields: { et4ae5__ExactTargetUsername__c: text, total: number },
  limit: 50,
  sample: true,
  ask: always
});

export const healthy = (): RowOf<typeof mappingCounts>[] => [
  { et4ae5__ExactTargetUsername__c: "mc-api-user", total: 1 },
  { et4ae5__ExactTargetUsername__c: "ada-in-mc", total: 1 }
];
