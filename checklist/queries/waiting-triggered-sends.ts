import { date, optional, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The triggered emails that wait for their time, or to be tried again; of 30 days, since there may be millions of older ones. */
export const waitingTriggeredSends = query("waiting-triggered-sends", {
  object: "et4ae5__Triggered_Send_Execution__c",
  fields: { Id: text, et4ae5__Scheduled_Date_Time__c: optional(date) },
  limit: 200,
  sample: true,
  ask: always
});
