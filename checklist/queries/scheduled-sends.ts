import { date, optional, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The email sends that are still to leave, the next one first. */
export const scheduledSends = query("scheduled-sends", {
  object: "et4ae5__SendDefinition__c",
  fields: { Id: text, et4ae5__Scheduled_Date_Time__c: optional(date) },
  limit: 200,
  sample: true,
  ask: always
});
