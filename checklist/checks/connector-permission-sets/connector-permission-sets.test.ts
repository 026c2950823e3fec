import type { RowOf } from "../../evidence/query.ts";
import { judge } from "../../judge/judge.ts";
import type { connectorSetAssignments } from "../../queries/connector-set-assignments.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import {
  APP_GROUP,
  CONNECTOR_SETS,
  IMPACTED_USER,
  inDays,
  situation,
  SYSTEM_USER,
  withoutPackage,
  type Changes
} from "../../testing/situation.ts";
import { connectorPermissionSets } from "./connector-permission-sets.ts";

type Assignment = RowOf<typeof connectorSetAssignments>;
const { ExactTarget_Integration: CONNECTOR, Marketing_Cloud_System_User: SYSTEM_SET } = CONNECTOR_SETS;

const assignment = (AssigneeId: string, changes: Partial<Assignment>): Assignment => ({
  Id: `0Pa${AssigneeId.slice(3)}`,
  AssigneeId,
  PermissionSetId: "",
  IsActive: true,
  ...changes
});
/** The system user holds the sets of the package as `changes` say of the one of that Id; the impacted user the Connector. */
const held = (setId: string, changes: Partial<Assignment> | null): readonly Assignment[] => [
  ...Object.values(CONNECTOR_SETS).flatMap((PermissionSetId) =>
    PermissionSetId === setId
      ? changes
        ? [assignment(SYSTEM_USER, { PermissionSetId, ...changes })]
        : []
      : [assignment(SYSTEM_USER, { PermissionSetId })]
  ),
  assignment(IMPACTED_USER, { PermissionSetId: CONNECTOR })
];
const assigned = (setId: string, changes: Partial<Assignment> | null): Changes => ({
  rows: { "connector-set-assignments": held(setId, changes) }
});
const GROUP = { MasterLabel: "Marketing", Status: "Updated", HasActivationRequired: false };
/** The system user holds the System User set through a group that contains these sets. */
const inGroup = (changes: Partial<typeof GROUP> = {}, contained: readonly string[] = [SYSTEM_SET]): Changes => ({
  rows: {
    "connector-set-assignments": [
      ...held(SYSTEM_SET, null),
      assignment(SYSTEM_USER, { PermissionSetId: "0PS000000000077AAA", PermissionSetGroupId: APP_GROUP })
    ],
    "connector-set-groups": contained.map((PermissionSetId, n) => ({
      Id: `0PE${String(n)}`,
      PermissionSetId,
      PermissionSetGroupId: APP_GROUP,
      PermissionSetGroup: { ...GROUP, ...changes }
    }))
  }
});

testCheck(connectorPermissionSets, [
  ["passes for those who hold what is asked of them", {}, { system: "pass/held", impacted: "pass/held" }],
  ...Object.entries(CONNECTOR_SETS).map(([name, id]): Row => [
    `warns when the system user lacks ${name}`,
    assigned(id, null),
    { system: "warn/missing", impacted: "pass/held" }
  ]),
  [
    "warns when an impacted user lacks the Connector set, whatever else they hold",
    {
      rows: {
        "connector-set-assignments": [
          ...held("", null).filter(({ AssigneeId }) => AssigneeId === SYSTEM_USER),
          assignment(IMPACTED_USER, { PermissionSetId: SYSTEM_SET })
        ]
      }
    },
    { system: "pass/held", impacted: "warn/missing" }
  ],
  ["passes through a group that contains the set", inGroup(), { system: "pass/held" }],
  [
    "passes through a group that contains it among others",
    inGroup({}, ["0PS000000000099AAA", SYSTEM_SET]),
    { system: "pass/held" }
  ],
  ["warns when the group contains only other sets", inGroup({}, [CONNECTOR]), { system: "warn/missing" }],
  [
    "warns when a group that others hold contains the set",
    { rows: { ...inGroup().rows, "connector-set-assignments": held(SYSTEM_SET, null) } },
    { system: "warn/missing" }
  ],
  ["warns when the group is not calculated", inGroup({ Status: "Outdated" }), { system: "warn/unsure" }],
  ["warns when the group must be activated", inGroup({ HasActivationRequired: true }), { system: "warn/unsure" }],
  [
    "does not count an assignment that has ended",
    assigned(SYSTEM_SET, { ExpirationDate: inDays(-1) }),
    { system: "warn/missing" }
  ],
  ["does not count one that is not active", assigned(SYSTEM_SET, { IsActive: false }), { system: "warn/missing" }],
  ["warns when one ends soon", assigned(SYSTEM_SET, { ExpirationDate: inDays(9) }), { system: "warn/ending" }],
  ["passes when one ends later", assigned(SYSTEM_SET, { ExpirationDate: inDays(90) }), { system: "pass/held" }],
  [
    "tells of what is missing before what ends soon",
    {
      rows: {
        "connector-set-assignments": held(SYSTEM_SET, null).map((row) => ({ ...row, ExpirationDate: inDays(9) }))
      }
    },
    { system: "warn/missing", impacted: "warn/ending" }
  ],
  [
    "is unknown when the package shows none of its sets",
    { rows: { "connector-sets": [] } },
    { system: "unknown/no-sets", impacted: "unknown/no-sets" }
  ],
  [
    "is unknown when the sets may be hidden",
    { rows: { "connector-sets": [] }, lacks: ["PermissionsViewSetup"] },
    { system: "unknown/hidden" }
  ],
  ["does not apply when the package is not installed", withoutPackage, { system: "not-applicable/no-package" }]
]);

test("a set is named by its label and its name, and only those that count are named", () => {
  const values = (changes: Changes) => judge([connectorPermissionSets], situation(changes)).findings[0]?.values;
  expect(values(assigned(SYSTEM_SET, null))).toMatchObject({
    sets: ["Marketing Cloud System User (et4ae5__Marketing_Cloud_System_User)"]
  });
  expect(values(assigned(CONNECTOR, { ExpirationDate: inDays(9) }))).toMatchObject({
    sets: ["Marketing Cloud Connector (et4ae5__ExactTarget_Integration)"],
    name: "Marketing Cloud Connector",
    date: { date: inDays(9) }
  });
});

const order = (set: string): string =>
  `Assign the permission set “${set}” to Marketing Cloud Integration: Not assigned > Assigned | ` +
  "Gives Marketing Cloud Integration access to the package's pages and code. The assignment doesn't expire.";
testMends(connectorPermissionSets, [
  ["nothing for those who hold them", {}, []],
  [
    "to assign the one that is missing",
    assigned(SYSTEM_SET, null),
    [order("Marketing Cloud System User (et4ae5__Marketing_Cloud_System_User)")]
  ],
  ["nothing that a group gives already", inGroup(), []],
  ["nothing while a group is calculated", inGroup({ Status: "Outdated" }), []],
  [
    "nothing beside an assignment that has expired",
    assigned(SYSTEM_SET, { ExpirationDate: inDays(-1) }),
    ["The permission set is assigned, but the assignment has expired or isn't active. Correct it in Setup."]
  ],
  [
    "to assign all that are missing",
    { rows: { "connector-set-assignments": [] } },
    [
      order("Marketing Cloud Connector (et4ae5__ExactTarget_Integration)"),
      order("Marketing Cloud Connector Admin (et4ae5__ExactTarget_Integration_Admin)"),
      order("Marketing Cloud System User (et4ae5__Marketing_Cloud_System_User)"),
      order("Marketing Cloud Connector (et4ae5__ExactTarget_Integration)").replaceAll(
        "Marketing Cloud Integration",
        "Ada Fields"
      )
    ]
  ],
  [
    "nothing of a session-based set",
    {
      rows: {
        "connector-set-assignments": held(CONNECTOR, null),
        "connector-sets": [{ Id: CONNECTOR, Name: "ExactTarget_Integration", Label: "C", HasActivationRequired: true }]
      }
    },
    ["The permission set is session-based. Choose another one in Setup."]
  ],
  ["nothing where the package is missing", withoutPackage, []]
]);
