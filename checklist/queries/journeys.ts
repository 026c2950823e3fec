import { number } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many of these the org knows; whether each still runs, no field of theirs tells (docs/sources.md, Reconnecting). */
export const journeys = query("journeys", {
  object: "et4ae5__Journey__c",
  label: "journeys",
  fields: { total: number },
  ask: always
});

export const healthy = (): RowOf<typeof journeys>[] => [{ total: 0 }];
