import type { RowOf } from "../../evidence/query.ts";
import type { profiles } from "../../queries/profiles.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { observed } from "../../testing/observed.ts";
import { adminProfile, SENDER_PROFILE, type Changes } from "../../testing/situation.ts";
import { userProfile } from "./user-profile.ts";

const both = (changes: Partial<RowOf<typeof profiles>>): Changes => ({
  rows: { profiles: [adminProfile(changes), adminProfile({ ...changes, Id: SENDER_PROFILE })] }
});

const LANGUAGES: readonly (readonly [language: string, name: string])[] = [
  ["English", "System Administrator"],
  ["German", "Systemadministrator"],
  ["Swedish", "Systemadministratör"],
  ["French", "Administrateur système"],
  ["Spanish", "Administrador del sistema"],
  ["Portuguese", "Administrador do sistema"],
  ["Italian", "Amministratore del sistema"],
  ["Italian, too,", "Amministratore di sistema"],
  ["Dutch", "Systeembeheerder"],
  ["Finnish", "Järjestelmänvalvoja"],
  ["Russian", "Системный администратор"],
  ["Japanese", "システム管理者"],
  ["Korean", "시스템 관리자"],
  ["Simplified Chinese", "系统管理员"],
  ["Traditional Chinese", "系統管理員"],
  ["Thai", "ผู้ดูแลระบบ"]
];

testCheck(userProfile, [
  [
    "passes on the standard profile",
    {},
    { system: "pass/system-administrator", impacted: "pass/system-administrator" }
  ],
  ...LANGUAGES.map(([language, Name]): Row => [
    `passes on its ${language} name`,
    both({ Name }),
    { system: "pass/system-administrator", impacted: "pass/system-administrator" }
  ]),
  ["does not mind capitals", both({ Name: "SYSTEM ADMINISTRATOR" }), { system: "pass/system-administrator" }],
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
