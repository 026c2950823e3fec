import { testConfirmedCheck } from "../testing/confirm-table.ts";
import { APP, type Changes } from "../testing/situation.ts";
import { refreshTokenPolicy } from "./refresh-token-policy.ts";

const policy = (OptionsRefreshTokenValidityMetric: boolean, RefreshTokenValidityPeriod?: number): Changes => ({
  rows: {
    "app-policies": [
      {
        Id: APP,
        OptionsAllowAdminApprovedUsersOnly: true,
        OptionsRefreshTokenValidityMetric,
        ...(RefreshTokenValidityPeriod === undefined ? {} : { RefreshTokenValidityPeriod })
      }
    ]
  }
});

testConfirmedCheck(refreshTokenPolicy, "confirm/look", [
  ["asks a person when no period is shown", policy(false), "confirm/look"],
  ["asks a person when the period is zero", policy(false, 0), "confirm/look"],
  ["fails when tokens live for a period", policy(false, 1), "fail/period"],
  ["fails when tokens expire for want of use", policy(true, 7), "fail/inactivity"],
  ["fails on inactivity even when no period is shown", policy(true), "fail/inactivity"],
  ["is unknown when the org left the policies out", { rows: { "app-policies": [] } }, "unknown/no-policies"],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"]
]);
