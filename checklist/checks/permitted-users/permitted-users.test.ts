import { testCheck } from "../../testing/check-table.ts";
import { APP, type Changes } from "../../testing/situation.ts";
import { permittedUsers } from "./permitted-users.ts";

const adminOnly = (OptionsAllowAdminApprovedUsersOnly: boolean, Id = APP): Changes => ({
  rows: { "app-policies": [{ Id, OptionsAllowAdminApprovedUsersOnly, OptionsRefreshTokenValidityMetric: false }] }
});

testCheck(permittedUsers, [
  ["passes when admins approve users", adminOnly(true), "pass/admin-approved"],
  ["fails when anyone may authorize themselves", adminOnly(false), "fail/self-authorized"],
  ["is unknown when the policies are another app's", adminOnly(true, "0H4000000000002AAA"), "unknown/no-policies"],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"],
  [
    "is unknown when there may be an app that is hidden",
    { rows: { "connected-apps": [] }, lacks: ["PermissionsCustomizeApplication"] },
    "unknown/hidden"
  ]
]);
