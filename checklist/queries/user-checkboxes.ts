import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** The package's own checkboxes on the user. */
export const userCheckboxes = query("user-checkboxes", {
  object: "User",
  fields: {
    Id: text,
    et4ae5__ExactTargetForAppExchangeUser__c: flag,
    et4ae5__ExactTargetForAppExchangeAdmin__c: flag
  },
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({ systemUser, impactedUser }: HealthyOrg): RowOf<typeof userCheckboxes>[] => [
  {
    Id: systemUser,
    et4ae5__ExactTargetForAppExchangeUser__c: true,
    et4ae5__ExactTargetForAppExchangeAdmin__c: true
  },
  {
    Id: impactedUser,
    et4ae5__ExactTargetForAppExchangeUser__c: true,
    et4ae5__ExactTargetForAppExchangeAdmin__c: false
  }
];
