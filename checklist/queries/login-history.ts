import { date, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** Sign-ins through OAuth, newest first. Neither the app nor the outcome can be filtered on. */
export const loginHistory = query("login-history", {
  object: "LoginHistory",
  label: "the login history",
  fields: { Id: text, UserId: text, LoginTime: date, Application: optional(text), Status: optional(text) },
  permissions: ["PermissionsMonitorLoginHistory"],
  limit: 2000,
  sample: true,
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({ systemUser, inDays }: HealthyOrg): RowOf<typeof loginHistory>[] => [
  {
    Id: "0Ya000000000001AAA",
    UserId: systemUser,
    LoginTime: inDays(-1),
    Application: "Salesforce Marketing Cloud",
    Status: "Success"
  }
];
