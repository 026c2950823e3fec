import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** Users who have both Marketing Cloud for AppExchange checkboxes selected, active ones first. */
export const candidateUsers = query("candidate-users", {
  object: "User",
  fields: { Id: text, Name: text, Username: text, IsActive: flag },
  limit: 50,
  sample: true,
  ask: always
});

export const healthy = ({ systemUser }: HealthyOrg): RowOf<typeof candidateUsers>[] => [
  {
    Id: systemUser,
    Name: "Marketing Cloud Integration",
    Username: "mc@example.com",
    IsActive: true
  }
];
