import { date, flag, parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** Who wrote the newest tracking results, newest first. */
export const trackingWriters = query("tracking-writers", {
  object: "et4ae5__IndividualEmailResult__c",
  label: "individual email results",
  fields: {
    Id: text,
    CreatedDate: date,
    CreatedById: text,
    CreatedBy: parent({ Name: text, Username: text, IsActive: flag })
  },
  limit: 50,
  sample: true,
  ask: always
});
