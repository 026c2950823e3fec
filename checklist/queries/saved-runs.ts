import { date, number, optional, parent, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

export const savedRuns = query("saved-runs", {
  object: "MCC_Run__c",
  label: "the runs saved by MCC Health",
  limit: 100,
  sample: true,
  fields: {
    Id: text,
    CreatedDate: date,
    CreatedBy: parent({ Name: text }),
    Verdict__c: text,
    Blockers__c: optional(number),
    Problems__c: optional(number),
    Unknown__c: optional(number),
    To_Confirm__c: optional(number),
    Warnings__c: optional(number),
    Passed__c: optional(number),
    People__c: optional(number),
    Milliseconds__c: optional(number),
    Org__c: optional(text)
  }
});
