import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import {
  ADMIN_PROFILE,
  adminProfile,
  IMPACTED_USER,
  inDays,
  SENDER_PROFILE,
  situation,
  SYSTEM_USER,
  type Changes
} from "../../testing/situation.ts";
import { userApiEnabled } from "./user-api-enabled.ts";

const GROUP = { MasterLabel: "Integrations", Status: "Updated", HasActivationRequired: false };
const through = (changes: object = {}) => ({
  Id: "0Pa9",
  AssigneeId: SYSTEM_USER,
  IsActive: true,
  PermissionSet: { Label: "API access", HasActivationRequired: false },
  ...changes
});
/** No profile gives API Enabled; these assignments do. */
const onlySets = (...sets: object[]): Changes => ({
  rows: {
    profiles: [ADMIN_PROFILE, SENDER_PROFILE].map((Id) => adminProfile({ Id, PermissionsApiEnabled: false })),
    "api-enabled-sets": sets
  }
});

testCheck(userApiEnabled, [
  ["passes through the profile", {}, { system: "pass/through-profile", impacted: "pass/through-profile" }],
  [
    "passes through a permission set, for the one who has it",
    onlySets(through()),
    { system: "pass/through-set", impacted: "warn/none-sender" }
  ],
  [
    "passes through a set where the profile is not shown",
    { rows: { ...onlySets(through()).rows, profiles: [] } },
    { system: "pass/through-set", impacted: "unknown/no-profile" }
  ],
  [
    "passes through a group",
    onlySets(through({ PermissionSetGroup: GROUP })),
    { system: "pass/through-group", impacted: "warn/none-sender" }
  ],
  [
    "warns when the group is not calculated",
    onlySets(through({ PermissionSetGroup: { ...GROUP, Status: "Failed" } })),
    { system: "warn/group-not-updated" }
  ],
  [
    "warns when the set is session-based",
    onlySets(through({ PermissionSet: { Label: "API access", HasActivationRequired: true } })),
    { system: "warn/session-based" }
  ],
  ["warns when it ends soon", onlySets(through({ ExpirationDate: inDays(5) })), { system: "warn/ending" }],
  [
    "fails the system user and warns of others when it has ended",
    onlySets(
      through({ ExpirationDate: inDays(-5) }),
      through({ Id: "0Pa8", AssigneeId: IMPACTED_USER, ExpirationDate: inDays(-5) })
    ),
    { system: "fail/none", impacted: "warn/none-sender" }
  ],
  ["does not count an assignment that is not active", onlySets(through({ IsActive: false })), { system: "fail/none" }],
  ["fails the system user and warns of others", onlySets(), { system: "fail/none", impacted: "warn/none-sender" }],
  [
    "is unknown when assignments may be hidden",
    { ...onlySets(), lacks: ["PermissionsViewSetup"] },
    { system: "unknown/hidden", impacted: "unknown/hidden" }
  ],
  ["is unknown when the profile is not shown", { rows: { profiles: [] } }, { system: "unknown/no-profile" }]
]);

test("tells through what, and until when", () => {
  const values = (changes: Changes) => judge([userApiEnabled], situation(changes)).findings[0]?.values;
  expect(values({})).toMatchObject({ profile: "System Administrator" });
  expect(values(onlySets())).toMatchObject({ profile: "System Administrator" });
  expect(values(onlySets(through({ ExpirationDate: inDays(5) })))).toMatchObject({
    name: "API access",
    date: { date: inDays(5) }
  });
});
