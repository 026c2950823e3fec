import { date, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The triggered send that was completed last. */
export const completedTriggeredSends = query("completed-triggered-sends", {
  object: "et4ae5__Triggered_Send_Execution__c",
  fields: { Id: text, LastModifiedDate: date },
  limit: 1,
  sample: true,
  ask: always
});
