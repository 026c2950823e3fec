import { judge } from "../../judge/judge.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { healthyRows, inDays, situation, SYSTEM_USER, type Changes } from "../../testing/situation.ts";
import { userSignIn } from "./user-sign-in.ts";

const verified = (...rows: (readonly [method: string | undefined, days: number, user?: string])[]): Changes => ({
  rows: {
    "system-user-verifications": rows.map(([VerificationMethod, days, UserId = SYSTEM_USER], n) => ({
      Id: `0YC${String(n)}`,
      UserId,
      VerificationTime: inDays(days),
      VerificationMethod
    }))
  }
});
/** What the system user holds besides the set of the profile. */
const holding = (set: object, changes: object = {}) => ({
  ...(healthyRows()["system-user-sets"]?.[0] as { PermissionSet: object }),
  ...changes,
  PermissionSet: {
    ...(healthyRows()["system-user-sets"]?.[0] as { PermissionSet: object } | undefined)?.PermissionSet,
    IsOwnedByProfile: false,
    ...set
  }
});
const apiOnly = (set: object = {}, changes: object = {}): Changes => ({
  rows: {
    "system-user-sets": [
      ...(healthyRows()["system-user-sets"] ?? []),
      holding({ PermissionsApiUserOnly: true, ...set }, changes)
    ]
  }
});
const sso = (changes: object = {}): Changes => ({
  rows: {
    ...verified().rows,
    "system-user-sso-sets": [
      {
        Id: "0Pa1",
        AssigneeId: SYSTEM_USER,
        IsActive: true,
        PermissionSet: { HasActivationRequired: false },
        ...changes
      }
    ]
  }
});

testCheck(userSignIn, [
  ...["U2F", "BuiltInAuthenticator", "WebAuthnRoamingAuthenticator", "PwlessPasskey"].map((method): Row => [
    `passes when ${method} was used`,
    verified(["Totp", -1], [method, -170]),
    { system: "pass/factor-seen", impacted: "nothing" }
  ]),
  [
    "warns when only other factors were used",
    verified(["Totp", -1], ["SalesforceAuthenticator", -2], [undefined, -3]),
    { system: "warn/none-seen" }
  ],
  ["warns when none was used", verified(), { system: "warn/none-seen" }],
  ["warns when it was another user's", verified(["U2F", -1, "005000000000077AAA"]), { system: "warn/none-seen" }],
  ["warns of a user of the API only, whatever was used before", apiOnly(), { system: "warn/api-only" }],
  [
    "does not count what has ended, is not active, or must be activated",
    {
      rows: {
        "system-user-sets": [
          ...(healthyRows()["system-user-sets"] ?? []),
          holding({ PermissionsApiUserOnly: true }, { ExpirationDate: inDays(-1) }),
          holding({ PermissionsApiUserOnly: true }, { IsActive: false }),
          holding({ PermissionsApiUserOnly: true, HasActivationRequired: true })
        ]
      }
    },
    { system: "pass/factor-seen" }
  ],
  ["warns while it has not ended yet", apiOnly({}, { ExpirationDate: inDays(1) }), { system: "warn/api-only" }],
  ["warns of single sign-on only", sso(), { system: "warn/sso-only" }],
  ["does not tell of single sign-on that has ended", sso({ ExpirationDate: inDays(-1) }), { system: "warn/none-seen" }],
  [
    "passes when a factor was used, single sign-on or not",
    { rows: { ...sso().rows, ...verified(["U2F", -1]).rows } },
    { system: "pass/factor-seen" }
  ],
  [
    "warns all the same where the org has no single sign-on to ask for",
    { ...verified(), faults: { "system-user-sso-sets": "no-field" } },
    { system: "warn/none-seen" }
  ],
  [
    "is unknown when the history may be hidden",
    { ...verified(), lacks: ["PermissionsManageUsers"] },
    { system: "unknown/hidden" }
  ],
  [
    "warns when other factors are shown, though Manage Users is missing",
    { ...verified(["Totp", -1]), lacks: ["PermissionsManageUsers"] },
    { system: "warn/none-seen" }
  ],
  ["is unknown when no rights are shown", { rows: { "system-user-sets": [] } }, { system: "unknown/no-rights" }],
  [
    "is unknown when rights may be hidden",
    { rows: { "system-user-sets": [] }, lacks: ["PermissionsViewSetup"] },
    { system: "unknown/hidden" }
  ]
]);

test("tells when a factor was last used, in whatever order they come", () => {
  const changes = verified(["U2F", -40], ["BuiltInAuthenticator", -3], ["U2F", -9]);
  expect(judge([userSignIn], situation(changes)).findings.map(({ values }) => values.date)).toEqual([
    { date: inDays(-3) }
  ]);
});
