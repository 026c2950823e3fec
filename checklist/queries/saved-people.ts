import { optional, parent, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

export const savedPeople = query("saved-people", {
  object: "MCC_Person__c",
  label: "the people saved by MCC Health",
  limit: 2000,
  fields: {
    Id: text,
    Key__c: text,
    Role__c: text,
    User__c: optional(text),
    // Absent where the person looking may not see that user.
    User__r: optional(parent({ Name: text, Username: text })),
    Org__c: optional(text)
  }
});
