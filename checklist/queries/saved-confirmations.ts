import { date, flag, optional, parent, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

export const savedConfirmations = query("saved-confirmations", {
  object: "MCC_Confirmation__c",
  label: "MCC Health's confirmations",
  limit: 500,
  sample: true,
  fields: {
    Id: text,
    Check__c: text,
    Subject__c: optional(text),
    Holds__c: flag,
    Answer__c: optional(text),
    Note__c: optional(text),
    Basis__c: optional(text),
    Marketing_Cloud__c: optional(text),
    Version__c: text,
    Confirmed_By__c: optional(text),
    // Absent where the person looking may not see that user.
    Confirmed_By__r: optional(parent({ Name: text })),
    Confirmed_At__c: optional(date),
    Org__c: optional(text),
    LastModifiedById: text,
    LastModifiedDate: date
  }
});
