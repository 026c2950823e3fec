import { flag, number, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const appPolicies = query("app-policies", {
  object: "ConnectedApplication",
  fields: {
    Id: text,
    OptionsAllowAdminApprovedUsersOnly: flag,
    OptionsRefreshTokenValidityMetric: flag,
    RefreshTokenValidityPeriod: optional(number),
    OptionsHasSessionLevelPolicy: flag
  },
  permissions: ["PermissionsViewSetup", "PermissionsCustomizeApplication"],
  limit: 50,
  ask: always
});

export const healthy = ({ app }: HealthyOrg): RowOf<typeof appPolicies>[] => [
  {
    Id: app,
    OptionsAllowAdminApprovedUsersOnly: true,
    OptionsRefreshTokenValidityMetric: false,
    OptionsHasSessionLevelPolicy: false
  }
];
