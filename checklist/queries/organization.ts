import { date, flag, optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const organization = query("organization", {
  object: "Organization",
  label: "company information",
  fields: {
    Id: text,
    Name: text,
    IsSandbox: flag,
    OrganizationType: optional(text),
    InstanceName: optional(text),
    CreatedDate: optional(date)
  },
  ask: always
});

export const healthy = (): RowOf<typeof organization>[] => [
  { Id: "00D000000000001AAA", Name: "Northern Trail", IsSandbox: false, CreatedDate: "2019-03-04T08:00:00.000+00:00" }
];
