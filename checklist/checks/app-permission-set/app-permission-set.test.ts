import type { Calibration } from "../../calibration/known.ts";
import { CALIBRATION } from "../../calibration/table.ts";
import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
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

const set = { Id: "0PS000000000001AAA", Label: "Marketing Cloud Connected App", HasActivationRequired: false };
const bare = { "app-grants": [], "hand-made-sets": [set] };
const seen = (...saw: boolean[]): Calibration => ({
  ...CALIBRATION,
  attaching: saw.map((works) => ({ works, how: "observed", on: "2026-05-04", apiVersion: "66.0" }))
});
testMends(appPermissionSet, [
  ["nothing while no org has shown that it works", { rows: bare }, []],
  [
    "nothing where it is only said to work",
    { rows: bare, calibration: { ...CALIBRATION, attaching: [{ works: true, how: "published code" }] } },
    []
  ],
  ["nothing where one org has shown that it does not", { rows: bare, calibration: seen(true, false) }, []],
  [
    "to attach the set of the usual name where it works",
    { rows: bare, calibration: seen(true) },
    [
      "Attach the permission set “Marketing Cloud Connected App” to Salesforce Marketing Cloud: " +
        "Not attached > Attached | Everyone with this permission set can use Salesforce Marketing Cloud."
    ]
  ],
  ["nothing where there is no such set", { rows: { "app-grants": [] }, calibration: seen(true) }, []],
  [
    "nothing where such sets can't be read",
    { rows: { "app-grants": [] }, faults: { "hand-made-sets": "no-access" }, calibration: seen(true) },
    []
  ],
  [
    "nothing session-based",
    { rows: { ...bare, "hand-made-sets": [{ ...set, HasActivationRequired: true }] }, calibration: seen(true) },
    ["The permission set is session-based. Choose another one in Setup."]
  ]
]);
