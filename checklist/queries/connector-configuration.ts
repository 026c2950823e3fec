import { date, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const connectorConfiguration = query("connector-configuration", {
  object: "et4ae5__Configuration__c",
  label: "the connector's configuration",
  fields: { Id: text, CreatedDate: date, LastModifiedDate: date, et4ae5__Username__c: optional(text) },
  limit: 10,
  ask: always
});

export const healthy = ({ inDays }: HealthyOrg): RowOf<typeof connectorConfiguration>[] => [
  {
    Id: "a00000000000001AAA",
    CreatedDate: inDays(-700),
    LastModifiedDate: inDays(-600),
    et4ae5__Username__c: "mc-api-user"
  }
];
