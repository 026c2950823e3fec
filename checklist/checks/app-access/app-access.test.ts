import type { RowOf } from "../../evidence/query.ts";
import type { permissionSetAssignments } from "../../queries/permission-set-assignments.ts";
import { judge } from "../../judge/judge.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import {
  ADMIN_PROFILE,
  APP_GROUP,
  APP_SET,
  assignment,
  IMPACTED_USER,
  inDays,
  noCandidate,
  profileGrant,
  setGrant,
  situation,
  SYSTEM_USER,
  type Changes
} from "../../testing/situation.ts";
import { appAccess } from "./app-access.ts";

type Assignment = RowOf<typeof permissionSetAssignments>;
const group = (changes: object = {}) => ({
  "permission-set-groups": [
    {
      PermissionSetGroupId: APP_GROUP,
      PermissionSetGroup: { MasterLabel: "Marketing", Status: "Updated", HasActivationRequired: false, ...changes },
      Id: "0PG1"
    }
  ]
});
const inGroup = (changes: object = {}) => ({
  "group-assignments": [
    { Id: "0Pa9", AssigneeId: SYSTEM_USER, PermissionSetGroupId: APP_GROUP, IsActive: true, ...changes }
  ]
});
/** The system user holds nothing but a group, which stands as `changes` say. */
const onlyGroup = (changes: object = {}, assigned: object = {}): Changes => ({
  rows: { ...group(changes), ...inGroup(assigned), "permission-set-assignments": [] }
});
const sessionBased = setGrant({
  Parent: { Label: "For a session", IsOwnedByProfile: false, HasActivationRequired: true }
});
const held = (...changes: Partial<Assignment>[]): Changes => ({
  rows: { "permission-set-assignments": changes.map((each) => assignment(SYSTEM_USER, each)) }
});
const another = { PermissionSetId: "0PS000000000008AAA" };

testCheck(appAccess, [
  ["passes for those who hold the set", {}, { system: "pass/through-set", impacted: "pass/through-set" }],
  ["fails for the one who holds nothing", held({}), { system: "pass/through-set", impacted: "fail/none" }],
  [
    "passes through a group that contains the set",
    onlyGroup(),
    { system: "pass/through-group", impacted: "fail/none" }
  ],
  [
    "fails through a group that does not contain the set",
    { rows: { ...inGroup(), "permission-set-assignments": [] } },
    { system: "fail/none" }
  ],
  ["fails through a set that is not the app's", held(another), { system: "fail/none" }],
  ...["Outdated", "Updating", "Failed", "something new"].map((Status): Row => [
    `warns when the only way is a group whose status is ${Status}`,
    onlyGroup({ Status }),
    { system: "warn/group-not-updated" }
  ]),
  [
    "warns when the set attached to the app is the own one of a group that is not calculated",
    held({ PermissionSetGroup: { MasterLabel: "Marketing", Status: "Outdated", HasActivationRequired: false } }),
    { system: "warn/group-not-updated" }
  ],
  [
    "passes when it is the own one of a group that is calculated",
    held({ PermissionSetGroup: { MasterLabel: "Marketing", Status: "Updated", HasActivationRequired: false } }),
    { system: "pass/through-group" }
  ],
  [
    "warns when the only way is a group that somebody must activate",
    onlyGroup({ HasActivationRequired: true }),
    { system: "warn/session-based" }
  ],
  [
    "warns when the only way is a session-based set",
    { rows: { "app-grants": [sessionBased] } },
    { system: "warn/session-based", impacted: "warn/session-based" }
  ],
  [
    "passes when one way is doubtful and another is not",
    { rows: { ...group({ Status: "Failed" }), ...inGroup(), ...held({}).rows } },
    { system: "pass/through-set" }
  ],
  [
    "tells of the doubt when another way has expired",
    {
      rows: {
        ...group({ Status: "Outdated" }),
        ...inGroup(),
        "permission-set-assignments": [assignment(SYSTEM_USER, { ExpirationDate: inDays(-1) })]
      }
    },
    { system: "warn/group-not-updated" }
  ],
  [
    "fails when the only way was a doubtful group, and it has expired",
    onlyGroup({ Status: "Failed" }, { ExpirationDate: inDays(-1) }),
    { system: "fail/expired" }
  ],
  ["warns when the group ends within 30 days", onlyGroup({}, { ExpirationDate: inDays(3) }), { system: "warn/ending" }],
  ["does not count a group that is not active", onlyGroup({}, { IsActive: false }), { system: "fail/none" }],
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
      rows: {
        "app-grants": [
          setGrant({
            Parent: { Label: "x", IsOwnedByProfile: false, ProfileId: ADMIN_PROFILE, HasActivationRequired: false }
          })
        ]
      }
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
    { rows: noCandidate, selection: { systemUser: undefined as never, impactedUsers: [] } },
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

test("access is to be given by the app's permission set, not by a profile's own", () => {
  const named = setGrant({ Parent: { Label: "Senders", IsOwnedByProfile: false, HasActivationRequired: false } });
  const changes = { rows: { ...held({}).rows, "app-grants": [profileGrant("00e000000000099AAA"), named] } };
  expect(judge([appAccess], situation(changes)).findings[1]).toMatchObject({
    case: "none",
    values: { set: "Senders" }
  });
});

const ASSIGN =
  "Assign the permission set “Marketing Cloud Connected App” to Ada Fields: Not assigned > Assigned | " +
  "Ada Fields can use Salesforce Marketing Cloud. The assignment doesn't expire.";
const ofGroup = setGrant({
  Parent: { Label: "G", IsOwnedByProfile: false, PermissionSetGroupId: APP_GROUP, HasActivationRequired: false }
});
const grants = (...rows: ReturnType<typeof setGrant>[]): Changes => ({
  rows: { ...held({}).rows, "app-grants": rows }
});
testMends(appAccess, [
  ["nothing for those who have access", {}, []],
  ["to assign the app's permission set", held({}), [ASSIGN]],
  ["to assign it past a profile of others", grants(setGrant(), profileGrant("00e000000000099AAA")), [ASSIGN]],
  ["to assign it beside other sets", held({}, { ...another, AssigneeId: IMPACTED_USER }), [ASSIGN]],
  ["nothing where nothing is attached", grants(), []],
  [
    "nothing where several sets are",
    grants(setGrant(), setGrant({ ParentId: "0PS000000000008AAA" })),
    ["Several permission sets are attached to the app. Choose one in Setup."]
  ],
  [
    "nothing through a group's own set",
    grants(ofGroup),
    ["The permission set belongs to a permission set group. Assign the group in Setup."]
  ],
  [
    "nothing through a session-based set",
    { rows: { "app-grants": [sessionBased], "permission-set-assignments": [] } },
    Array<string>(2).fill("The permission set is session-based. Choose another one in Setup.")
  ],
  ...[{ ExpirationDate: inDays(-1) }, { IsActive: false }].map((changes): [string, Changes, string[]] => [
    `nothing beside an assignment that stands, ${JSON.stringify(Object.keys(changes))}`,
    { rows: { "permission-set-assignments": [assignment(SYSTEM_USER, changes), assignment(IMPACTED_USER)] } },
    ["The permission set is assigned, but the assignment has expired or isn't active. Correct it in Setup."]
  ]),
  ["nothing where access is only to end", held({ ExpirationDate: inDays(2) }), [ASSIGN]]
]);
