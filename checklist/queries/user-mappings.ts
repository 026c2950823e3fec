import { optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** To which Marketing Cloud user each person is mapped. */
export const userMappings = query("user-mappings", {
  object: "User",
  fields: { Id: text, et4ae5__ExactTargetUsername__c: optional(text) },
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({ systemUser, impactedUser }: HealthyOrg): RowOf<typeof userMappings>[] => [
  { Id: systemUser, et4ae5__ExactTargetUsername__c: "mc-api-user" },
  { Id: impactedUser, et4ae5__ExactTargetUsername__c: "ada-in-mc" }
];
