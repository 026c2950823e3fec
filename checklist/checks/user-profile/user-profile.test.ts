import type { RowOf } from "../../evidence/query.ts";
import type { profiles } from "../../queries/profiles.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { observed } from "../../testing/observed.ts";
import { adminProfile, SENDER_PROFILE, type Changes } from "../../testing/situation.ts";
import { userProfile } from "./user-profile.ts";

const both = (changes: Partial<RowOf<typeof profiles>>): Changes => ({
  rows: { profiles: [adminProfile(changes), adminProfile({ ...changes, Id: SENDER_PROFILE })] }
});

/** The person looking reads Salesforce in `language`. */
const readIn = (language: string, changes: Changes = {}): Changes => ({
  ...changes,
  rows: {
    viewer: [{ Id: "005000000000009AAA", Name: "Vera", Username: "vera@example.com", LanguageLocaleKey: language }],
    ...changes.rows
  }
});
const passes = { system: "pass/system-administrator", impacted: "pass/system-administrator" };

const LANGUAGES: readonly (readonly [language: string, name: string])[] = [
  ["en_US", "System Administrator"],
  ["en_GB", "System Administrator"],
  ["de", "Systemadministrator"],
  ["sv", "Systemadministratör"],
  ["fr", "Administrateur système"],
  ["fr_CA", "Administrateur système"],
  ["es", "Administrador del sistema"],
  ["es_MX", "Administrador del sistema"],
  ["pt_BR", "Administrador do sistema"],
  ["it", "Amministratore del sistema"],
  ["nl_NL", "Systeembeheerder"],
  ["ru", "Системный администратор"],
  ["ja", "システム管理者"],
  ["ko", "시스템 관리자"],
  ["zh_CN", "系统管理员"],
  ["zh_TW", "系統管理員"],
  ["th", "ผู้ดูแลระบบ"]
];

testCheck(userProfile, [
  [
    "passes on the standard profile",
    {},
    { system: "pass/system-administrator", impacted: "pass/system-administrator" }
  ],
  ...LANGUAGES.flatMap(([language, Name]): Row[] => [
    [`passes on its name in ${language}, for whoever reads that`, readIn(language, both({ Name })), passes],
    [
      `does not trust its name in ${language} where ${language === "de" ? "Swedish" : "German"} is read`,
      readIn(language === "de" ? "sv" : "de", both({ Name })),
      { system: "warn/clone", impacted: "warn/clone" }
    ]
  ]),
  ...(
    [
      ["pt_BR", "pt_PT", "Administrador do sistema"],
      ["zh_CN", "zh_TW", "系统管理员"],
      ["zh_TW", "zh_CN", "系統管理員"]
    ] as const
  ).map(([language, other, Name]): Row => [
    `does not trust its name in ${language} where ${other} is read`,
    readIn(other, both({ Name })),
    { system: "warn/clone" }
  ]),
  [
    "does not trust any name where the language of the person looking can't be read",
    { faults: { viewer: "server" } },
    { system: "warn/clone" }
  ],
  ["does not mind capitals", both({ Name: "SYSTEM ADMINISTRATOR" }), { system: "pass/system-administrator" }],
  [
    "warns of a clone with admin rights",
    both({ Name: "Systemadministrator (Kopie)" }),
    { system: "warn/clone", impacted: "warn/clone" }
  ],
  [
    "passes on a name that was observed",
    {
      ...readIn("da", both({ Name: "Sysadmin" })),
      calibration: observed({ systemAdministrators: [{ language: "da", name: "sysadmin" }] })
    },
    { system: "pass/system-administrator" }
  ],
  [
    "warns where orgs disagree on the name in a language",
    {
      ...readIn("da", both({ Name: "Sysadmin" })),
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
      ...readIn("da", both({ Name: "Sysadmin", PermissionsViewSetup: false })),
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
