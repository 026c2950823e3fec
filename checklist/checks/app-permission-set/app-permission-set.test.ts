import { testCheck } from "../../testing/check-table.ts";
import { ADMIN_PROFILE, profileGrant, setGrant } from "../../testing/situation.ts";
import { appPermissionSet } from "./app-permission-set.ts";

testCheck(appPermissionSet, [
  ["passes when a permission set is attached", {}, "pass/attached"],
  [
    "passes when sets and profiles are attached",
    { rows: { "app-grants": [profileGrant(ADMIN_PROFILE), setGrant()] } },
    "pass/attached"
  ],
  [
    "warns when only profiles are attached",
    { rows: { "app-grants": [profileGrant(ADMIN_PROFILE)] } },
    "warn/profiles-only"
  ],
  ["fails when nothing is attached", { rows: { "app-grants": [] } }, "fail/nothing-attached"],
  [
    "is unknown when nothing is shown and setup is hidden",
    { rows: { "app-grants": [] }, lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"]
]);
