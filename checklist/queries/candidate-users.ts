import { optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** Users who have both Marketing Cloud for AppExchange checkboxes selected. */
export const candidateUsers = query("candidate-users", {
  object: "User",
  fields: { Id: text, Name: text, Username: text, et4ae5__ExactTargetUsername__c: optional(text) },
  ask: always
});

export const healthy = ({ systemUser }: HealthyOrg): RowOf<typeof candidateUsers>[] => [
  {
    Id: systemUser,
    Name: "Marketing Cloud Integration",
    Username: "mc@example.com",
    et4ae5__ExactTargetUsername__c: "mc-api-user"
  }
];
