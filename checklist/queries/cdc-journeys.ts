import { number } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many of these the org knows; whether each still runs, no field of theirs tells (docs/sources.md, Reconnecting). */
export const cdcJourneys = query("cdc-journeys", {
  object: "et4ae5__MC_CDC_Journey__c",
  label: "journeys that listen to changes",
  fields: { total: number },
  ask: always
});

export const healthy = (): RowOf<typeof cdcJourneys>[] => [{ total: 0 }];
