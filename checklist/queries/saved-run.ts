import { optional, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

export const savedRun = query("saved-run", {
  object: "MCC_Run__c",
  // One of the two: the report, or the Id of the file version that holds it.
  fields: { Id: text, Report__c: optional(text), Report_File__c: optional(text) }
});
