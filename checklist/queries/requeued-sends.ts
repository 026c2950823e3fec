import { date, optional, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The newest triggered sends that wait to be tried again. */
export const requeuedSends = query("requeued-sends", {
  object: "et4ae5__Triggered_Send_Execution__c",
  label: "triggered send executions",
  fields: { Id: text, CreatedDate: date, et4ae5__Message__c: optional(text) },
  limit: 200,
  sample: true,
  ask: always
});
