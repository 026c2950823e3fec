import { ENGLISH } from "../catalogue.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { wordingOf } from "../presentation/wording.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  APP,
  IMPACTED_USER,
  impactedUser,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { CHECKS } from "./index.ts";

const words = translatorOf(ENGLISH, "en");
const off = { IsActive: false, UserPermissionsMarketingUser: false };
const USERS_OFF = {
  users: [systemUser(off), impactedUser(off)],
  "user-checkboxes": [SYSTEM_USER, IMPACTED_USER].map((Id) => ({
    Id,
    et4ae5__ExactTargetForAppExchangeUser__c: false,
    et4ae5__ExactTargetForAppExchangeAdmin__c: false
  }))
};
const profile = (Id: string) => ({
  Id,
  Name: "Standard Platform User",
  UserLicense: { Name: "Salesforce Platform", LicenseDefinitionKey: "PID_Platform" },
  PermissionsModifyAllData: false,
  PermissionsViewSetup: false,
  PermissionsManageUsers: false,
  PermissionsCustomizeApplication: false,
  PermissionsApiEnabled: true
});
const PROFILES: Changes["rows"] = { profiles: ["00e000000000001AAA", "00e000000000002AAA"].map(profile) };
const OPEN_POLICIES = {
  "app-policies": [
    {
      Id: APP,
      OptionsAllowAdminApprovedUsersOnly: false,
      OptionsRefreshTokenValidityMetric: false,
      RefreshTokenValidityPeriod: 24
    }
  ]
};
const answered = (check: string, answer: string): Changes => ({
  confirmations: [givenConfirmation(check, { holds: false, answer })]
});

/** All that a person reads of the finding. */
function textOf(check: string, changes: Changes, subject: string | null): string {
  const { findings } = reportOf(CHECKS, situation(changes));
  const found = findings.find((each) => each.check === check && (each.subject?.id ?? null) === subject);
  if (!found) throw new Error(`There is no finding of ${check}.`);
  const { label, title, expected, actual, reason, fix } = wordingOf(found, words);
  return [label, title, expected, actual, reason, ...fix.steps].join("\n");
}

/** A line of Knowledge 003834038, the check that has it, and what of it a person must still read: its labels and paths. */
const LINES: readonly (readonly [
  line: string,
  check: string,
  changes: Changes,
  subject: string | null,
  facts: readonly string[]
])[] = [
  [
    "Setup > Quick Find > Connected Apps > Manage Connected Apps > the app",
    "permitted-users",
    { rows: OPEN_POLICIES },
    null,
    ["Setup", "Quick Find", "Connected Apps", "Manage Connected Apps", "Salesforce Marketing Cloud"]
  ],
  [
    "Permitted Users",
    "permitted-users",
    { rows: OPEN_POLICIES },
    null,
    ["Permitted Users", "Admin approved users are pre-authorized", "Edit Policies", "Save"]
  ],
  ["IP Relaxation", "ip-relaxation", {}, null, ["Manage Connected Apps", "IP Relaxation", "Relax IP restrictions"]],
  [
    "Refresh Token Policy",
    "refresh-token-policy",
    {},
    null,
    ["Manage Connected Apps", "Refresh Token Policy", "Immediately expire refresh token"]
  ],
  [
    "the permission set record under Permission Sets in the app",
    "app-permission-set",
    { rows: { "app-grants": [] } },
    null,
    ["Marketing Cloud Connected App", "Permission Sets", "Manage Permission Sets"]
  ],
  ...[SYSTEM_USER, IMPACTED_USER].map(
    (subject) =>
      [
        `Manage Assignments, Add Assignment, Next: ${subject}`,
        "app-access",
        { rows: { "permission-set-assignments": [] } },
        subject,
        ["Quick Find", "Permission Sets", "Salesforce Marketing Cloud", "Manage Assignments", "Add Assignment", "Next"]
      ] as const
  ),
  ...[SYSTEM_USER, IMPACTED_USER].flatMap((subject) => [
    [`Active: ${subject}`, "user-active", { rows: USERS_OFF }, subject, ["Quick Find", "Users", "Active"]] as const,
    [
      `User License: ${subject}`,
      "user-license",
      { rows: PROFILES },
      subject,
      ["Quick Find", "Users", "User License", "Salesforce"]
    ] as const,
    [
      `Profile: ${subject}`,
      "user-profile",
      { rows: PROFILES },
      subject,
      ["Quick Find", "Users", "Profile", "System Administrator"]
    ] as const,
    [
      `Marketing User: ${subject}`,
      "marketing-user",
      { rows: USERS_OFF },
      subject,
      ["Marketing User", "Quick Find"]
    ] as const,
    [
      `Marketing Cloud for AppExchange User, and what it gives: ${subject}`,
      "appexchange-user",
      { rows: USERS_OFF },
      subject,
      ["Marketing Cloud for AppExchange User"]
    ] as const
  ]),
  [
    "Marketing Cloud for AppExchange User lets users send, and with Scope By User only to their own records",
    "appexchange-user",
    { rows: USERS_OFF },
    IMPACTED_USER,
    ["send", "Scope By User", "only the records they own"]
  ],
  [
    "both boxes are required for the system user",
    "appexchange-user",
    { rows: USERS_OFF },
    SYSTEM_USER,
    ["both checkboxes", "Marketing Cloud for AppExchange User", "Marketing Cloud for AppExchange Admin"]
  ],
  [
    "Marketing Cloud for AppExchange Admin lets admins view all data and send to any contact, lead, campaign, or report",
    "appexchange-admin",
    { rows: USERS_OFF },
    SYSTEM_USER,
    ["all data", "contact, lead, campaign, or report", "Marketing Cloud for AppExchange Admin"]
  ],
  [
    "depending on the user's needs: what the Admin box would give an impacted user, where it doesn't apply",
    "appexchange-admin",
    { rows: USERS_OFF },
    IMPACTED_USER,
    ["all data", "contact, lead, campaign, or report", "your choice"]
  ],
  [
    "Marketing Cloud > Setup > Users > the API User, or another impacted user: Salesforce.com Status",
    "api-user-integrated",
    {},
    null,
    ["Marketing Cloud", "Setup > Users", "Salesforce.com Status", "Integrated", "another impacted user", "other people"]
  ],
  [
    "Modify Settings: the system user, or another System Admin user with the proper permissions",
    "api-user-integrated",
    {},
    null,
    ["Modify Settings", "the system user", "another System Admin user with the proper permissions"]
  ],
  [
    "not integrated: no API calls, and what to do then",
    "api-user-integrated",
    answered("api-user-integrated", "not-integrated"),
    null,
    ["API calls", "click Integrate", "Salesforce username"]
  ],
  [
    "Setup > Roles, View Assignments, both roles, and why the path differs",
    "api-user-roles",
    {},
    null,
    [
      "Setup > Users > Roles",
      "The article says Setup > Roles",
      "View Assignments",
      "Administrator",
      "Marketing Cloud Administrator"
    ]
  ],
  ["API User is checked", "api-user-flag", {}, null, ["API User", "Setup > Users"]],
  ["access to the business unit", "api-user-business-units", {}, null, ["Manage Business Units", "business unit"]],
  [
    "Scope By User, where it is, and what it does to who sees which data",
    "scope-by-user",
    {},
    null,
    ["Scope By User", "Email Studio > Admin > Salesforce Integration", "missing data", "On:", "Off:"]
  ],
  [
    "an incognito window as the system user, the Marketing Cloud tab",
    "marketing-cloud-tab",
    {},
    null,
    ["incognito", "as the system user", "App Launcher", "Marketing Cloud settings"]
  ],
  [
    "Email Send page",
    "marketing-cloud-tab",
    answered("marketing-cloud-tab", "send"),
    null,
    ["Configure Marketing Cloud Connector"]
  ],
  [
    "Connect page: four steps in order",
    "marketing-cloud-tab",
    answered("marketing-cloud-tab", "connect"),
    null,
    [
      "Connect the MC API User",
      "Marketing Cloud API User",
      "Connect to Marketing Cloud",
      "Sign in as the Marketing Cloud API User",
      "click Connect once more"
    ]
  ]
];

describe("no line of the article gets lost:", () => {
  test.each(LINES)("%s", (_line, check, changes, subject, facts) => {
    const text = textOf(check, changes, subject);
    for (const fact of facts) expect(text).toContain(fact);
  });
  test("each check that the article is the source of has a line", () => {
    const article = CHECKS.filter(({ source }) => source.title === "Knowledge 003834038").map(({ id }) => id);
    const named = new Set(LINES.map(([, check]) => check));
    const own = ["app-installed", "system-user-chosen", "system-user-plausible"];
    expect(article.filter((id) => !named.has(id) && !own.includes(id))).toEqual([]);
  });
});
