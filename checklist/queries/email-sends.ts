import { date, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** The newest email sends from Salesforce that were more than planned. */
export const emailSends = query("email-sends", {
  object: "et4ae5__SendDefinition__c",
  label: "email sends",
  fields: {
    Id: text,
    CreatedDate: date,
    et4ae5__SendStatus__c: optional(text),
    et4ae5__Messages__c: optional(text)
  },
  limit: 20,
  sample: true,
  ask: always
});

export const healthy = ({ inDays }: HealthyOrg): RowOf<typeof emailSends>[] => [
  { Id: "a04000000000001AAA", CreatedDate: inDays(-1), et4ae5__SendStatus__c: "Completed" }
];
