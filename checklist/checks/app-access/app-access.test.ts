import type { RowOf } from "../../evidence/query.ts";
import type { permissionSetAssignments } from "../../queries/permission-set-assignments.ts";
import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import {
  ADMIN_PROFILE,
  APP_GROUP,
  APP_SET,
  assignment,
  inDays,
  profileGrant,
  setGrant,
  situation,
  SYSTEM_USER,
  type Changes
} from "../../testing/situation.ts";
import { appAccess } from "./app-access.ts";

type Assignment = RowOf<typeof permissionSetAssignments>;
const group = {
  "permission-set-groups": [
    { PermissionSetGroupId: APP_GROUP, PermissionSetGroup: { MasterLabel: "Marketing" }, Id: "0PG1" }
  ]
};
const held = (...changes: Partial<Assignment>[]): Changes => ({
  rows: { "permission-set-assignments": changes.map((each) => assignment(SYSTEM_USER, each)) }
});
const throughGroup = { PermissionSetId: "0PS000000000008AAA", PermissionSetGroupId: APP_GROUP };

testCheck(appAccess, [
  ["passes for those who hold the set", {}, { system: "pass/through-set", impacted: "pass/through-set" }],
  ["fails for the one who holds nothing", held({}), { system: "pass/through-set", impacted: "fail/none" }],
  [
    "passes through a group that contains the set",
    { rows: { ...group, ...held(throughGroup).rows } },
    { system: "pass/through-group" }
  ],
  ["fails through a group that does not contain the set", held(throughGroup), { system: "fail/none" }],
  [
    "passes through the profile, for those who have it",
    { rows: { "app-grants": [profileGrant(ADMIN_PROFILE)], "permission-set-assignments": [] } },
    { system: "pass/through-profile", impacted: "fail/none" }
  ],
  [
    "passes through the profile, whatever else opens the app",
    { rows: { "app-grants": [setGrant(), profileGrant(ADMIN_PROFILE)], "permission-set-assignments": [] } },
    { system: "pass/through-profile", impacted: "fail/none" }
  ],
  [
    "does not take a profile's own set for a permission set",
    {
      rows: { "app-grants": [setGrant({ Parent: { Label: "x", IsOwnedByProfile: false, ProfileId: ADMIN_PROFILE } })] }
    },
    { system: "pass/through-set" }
  ],
  ["fails when the assignment has expired", held({ ExpirationDate: inDays(-1) }), { system: "fail/expired" }],
  ["fails when it expires this very moment", held({ ExpirationDate: inDays(0) }), { system: "fail/expired" }],
  ["warns when it ends within 30 days", held({ ExpirationDate: inDays(30) }), { system: "warn/ending" }],
  ["passes when it ends later", held({ ExpirationDate: inDays(31) }), { system: "pass/through-set" }],
  [
    "passes when one assignment ends and another lasts",
    held({ ExpirationDate: inDays(3) }, { PermissionSetId: APP_SET }),
    { system: "pass/through-set" }
  ],
  [
    "warns when one assignment has expired and another ends soon",
    held({ ExpirationDate: inDays(-3) }, { ExpirationDate: inDays(3) }),
    { system: "warn/ending" }
  ],
  ["does not count an assignment that is not active", held({ IsActive: false }), { system: "fail/none" }],
  [
    "is unknown when nothing is shown and setup is hidden",
    { rows: { "permission-set-assignments": [assignment(SYSTEM_USER)] }, lacks: ["PermissionsViewSetup"] },
    { system: "pass/through-set", impacted: "unknown/hidden" }
  ],
  ["is unknown when the person is gone", { rows: { users: [] } }, { system: "unknown/person-not-found" }],
  [
    "is unknown when nobody is the system user",
    { rows: { "candidate-users": [] }, selection: { systemUser: undefined as never, impactedUsers: [] } },
    "unknown/no-system-user"
  ],
  [
    "does not apply when there is no app",
    { rows: { "connected-apps": [] } },
    { system: "not-applicable/no-app", impacted: "not-applicable/no-app" }
  ]
]);

test("of several assignments that end soon, the one that lasts longest is told", () => {
  const ending = held(...[3, 9, 6].map((days) => ({ ExpirationDate: inDays(days) })));
  expect(judge([appAccess], situation(ending)).findings[0]?.values).toMatchObject({ date: { date: inDays(9) } });
});
