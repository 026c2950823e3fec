import { observed } from "../testing/observed.ts";
import { testCheck } from "../testing/check-table.ts";
import { adminProfile, SENDER_PROFILE, type Changes } from "../testing/situation.ts";
import type { Rows } from "../engine/rows.ts";
import { userProfile } from "./user-profile.ts";

const both = (changes: Partial<Rows["profiles"]>): Changes => ({
  rows: { profiles: [adminProfile(changes), adminProfile({ ...changes, Id: SENDER_PROFILE })] }
});

testCheck(userProfile, [
  [
    "passes on the standard profile",
    {},
    { system: "pass/system-administrator", impacted: "pass/system-administrator" }
  ],
  ["passes on its German name", both({ Name: "Systemadministrator" }), { system: "pass/system-administrator" }],
  ["passes on its Japanese name", both({ Name: "システム管理者" }), { system: "pass/system-administrator" }],
  [
    "warns of a clone with admin rights",
    both({ Name: "Systemadministrator (Kopie)" }),
    { system: "warn/clone", impacted: "warn/clone" }
  ],
  [
    "passes on a name that was observed",
    {
      ...both({ Name: "Sysadmin" }),
      calibration: observed({ systemAdministrators: [{ language: "da", name: "sysadmin" }] })
    },
    { system: "pass/system-administrator" }
  ],
  [
    "warns where orgs disagree on the name in a language",
    {
      ...both({ Name: "Sysadmin" }),
      calibration: observed({
        systemAdministrators: [
          { language: "da", name: "Sysadmin" },
          { language: "da", name: "Systemadmin" }
        ]
      })
    },
    { system: "warn/clone" }
  ],
  [
    "does not trust a name that was observed alone",
    {
      ...both({ Name: "Sysadmin", PermissionsViewSetup: false }),
      calibration: observed({ systemAdministrators: [{ language: "da", name: "Sysadmin" }] })
    },
    { system: "fail/not-admin" }
  ],
  [
    "fails the system user and warns of others without admin rights",
    both({ Name: "Marketing", PermissionsModifyAllData: false }),
    { system: "fail/not-admin", impacted: "warn/not-admin-sender" }
  ],
  [
    "does not trust the name alone",
    both({ PermissionsCustomizeApplication: false }),
    { system: "fail/not-admin", impacted: "warn/not-admin-sender" }
  ],
  ["needs View Setup too", both({ PermissionsViewSetup: false }), { system: "fail/not-admin" }],
  ["needs Manage Users too", both({ PermissionsManageUsers: false }), { system: "fail/not-admin" }],
  ["is unknown when the profile is not shown", { rows: { profiles: [] } }, { system: "unknown/no-profile" }]
]);
