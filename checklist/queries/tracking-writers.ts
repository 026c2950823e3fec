import { parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** Who wrote the newest tracking results. */
export const trackingWriters = query("tracking-writers", {
  object: "et4ae5__IndividualEmailResult__c",
  label: "individual email results",
  fields: { Id: text, CreatedById: text, CreatedBy: parent({ Name: text, Username: text }) },
  ask: always
});
