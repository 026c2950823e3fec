import { date, flag, number, optional, parent, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

/** What MCC Health wrote to setup objects, or meant to. */
export const savedChanges = query("saved-changes", {
  object: "MCC_Change__c",
  label: "the changes made by MCC Health",
  limit: 200,
  sample: true,
  fields: {
    Id: text,
    Name: text,
    CreatedDate: date,
    CreatedById: text,
    // Absent where the person looking may not see that user.
    CreatedBy: optional(parent({ Name: text })),
    Plan__c: text,
    Position__c: number,
    Finding__c: optional(text),
    Check__c: text,
    Operation__c: text,
    Object__c: text,
    Record__c: optional(text),
    Person__c: optional(text),
    Permission_Set__c: optional(text),
    App__c: optional(text),
    Field__c: optional(text),
    Before__c: flag,
    After__c: flag,
    Status__c: text,
    Reason__c: optional(text),
    Message__c: optional(text),
    Undoes__c: optional(text),
    Org__c: optional(text)
  }
});
