import { number } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many triggered sends are active. */
export const activeTriggeredSends = query("active-triggered-sends", {
  object: "et4ae5__Automated_Send__c",
  label: "triggered sends",
  fields: { total: number },
  ask: always
});

export const healthy = (): RowOf<typeof activeTriggeredSends>[] => [{ total: 0 }];
