import { testCheck } from "../../testing/check-table.ts";
import { APP, type Changes } from "../../testing/situation.ts";
import { sessionLevel } from "./session-level.ts";

const demanded = (OptionsHasSessionLevelPolicy: boolean, Id = APP): Changes => ({
  rows: {
    "app-policies": [
      {
        Id,
        OptionsAllowAdminApprovedUsersOnly: true,
        OptionsRefreshTokenValidityMetric: false,
        OptionsHasSessionLevelPolicy
      }
    ]
  }
});

testCheck(sessionLevel, [
  ["passes when any session will do", demanded(false), "pass/any-session"],
  ["warns when the app demands high assurance", demanded(true), "warn/high-assurance"],
  ["is unknown when the policies are another app's", demanded(false, "0H4000000000002AAA"), "unknown/no-policies"],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"],
  [
    "is unknown when there may be an app that is hidden",
    { rows: { "connected-apps": [] }, lacks: ["PermissionsCustomizeApplication"] },
    "unknown/hidden"
  ]
]);
