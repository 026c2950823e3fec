import { date, optional, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The SMS sends that are still to leave, the next one first. Source of the status: docs/sources.md, Reconnecting. */
export const scheduledSms = query("scheduled-sms", {
  object: "et4ae5__SMSDefinition__c",
  label: "SMS sends",
  fields: { Id: text, et4ae5__Scheduled_Date_Time__c: optional(date) },
  limit: 200,
  sample: true,
  ask: always
});
