import type { RowOf } from "../../evidence/query.ts";
import { judge } from "../../judge/judge.ts";
import { CARRIED_FIELDS, CARRIED_OBJECTS } from "../../queries/carried-data.ts";
import type { systemUserFields } from "../../queries/system-user-fields.ts";
import type { systemUserObjects } from "../../queries/system-user-objects.ts";
import type { systemUserSets } from "../../queries/system-user-sets.ts";
import { ENGLISH } from "../../catalogue.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import {
  ADMIN_SET,
  healthyRows,
  inDays,
  situation,
  withoutPackage,
  type Changes,
  type RowsByQuery
} from "../../testing/situation.ts";
import { systemUserDataAccess } from "./system-user-data-access.ts";

type Field = RowOf<typeof systemUserFields>;
type ObjectRow = RowOf<typeof systemUserObjects>;
type Assigned = RowOf<typeof systemUserSets>;
const OTHER_SET = "0PS000000000088AAA";
const OPT_OUT = "Contact.HasOptedOutOfEmail";
const EMAIL = "Contact.Email";

const fields = healthyRows()["system-user-fields"] as readonly Field[];
const [profileSet] = healthyRows()["system-user-sets"] as readonly [Assigned];

/** The fields as the profile allows them, but for one. */
const but = (name: string, changes: Partial<Field> | null): Field[] =>
  fields.flatMap((row) => (row.Field === name ? (changes ? { ...row, ...changes } : []) : row));
const allowing = (name: string, changes: Partial<Field> | null): Changes => ({
  rows: { "system-user-fields": but(name, changes) }
});
const anywhere = (without: (row: { Field: string }) => boolean, changes: object = {}): RowsByQuery => ({
  "secured-fields": (healthyRows()["secured-fields"] as readonly { Field: string }[])
    .filter((row) => !without(row))
    .map((row) => ({ ...row, ...changes }))
});
/** The profile hides the field, and another set of the system user's allows it. */
const through = (changes: Partial<Assigned> = {}, set: Partial<Assigned["PermissionSet"]> = {}): RowsByQuery => ({
  "system-user-fields": [
    ...but(OPT_OUT, null),
    { Id: "01kx", ParentId: OTHER_SET, Field: OPT_OUT, PermissionsEdit: true }
  ],
  "system-user-sets": [
    profileSet,
    {
      ...profileSet,
      Id: "0Pa000000000071AAA",
      PermissionSetId: OTHER_SET,
      ...changes,
      PermissionSet: { ...profileSet.PermissionSet, IsOwnedByProfile: false, PermissionsModifyAllData: false, ...set }
    }
  ]
});
const GROUP = { MasterLabel: "Connector", Status: "Updated", HasActivationRequired: false };
/** Without Modify All Data, object permissions count: all are given, but one. */
const objects = (name: string, changes: Partial<ObjectRow> | null): RowsByQuery => ({
  "system-user-sets": [
    { ...profileSet, PermissionSet: { ...profileSet.PermissionSet, PermissionsModifyAllData: false } }
  ],
  "system-user-objects": CARRIED_OBJECTS.flatMap((SobjectType, n): ObjectRow[] => {
    const row = {
      Id: `110${String(n)}`,
      ParentId: ADMIN_SET,
      SobjectType,
      PermissionsRead: true,
      PermissionsEdit: true,
      PermissionsViewAllFields: false
    };
    return SobjectType === name ? (changes ? [{ ...row, ...changes }] : []) : [row];
  })
});

testCheck(systemUserDataAccess, [
  ["passes when all is allowed, of the system user alone", {}, { system: "pass/all", impacted: "nothing" }],
  ...Object.entries(CARRIED_FIELDS).flatMap(([name, right]): Row[] => [
    [`warns when ${name} is hidden, from an admin too`, allowing(name, null), { system: "warn/out-of-reach" }],
    [
      `${right === "edit" ? "warns" : "passes"} when ${name} is read-only`,
      allowing(name, { PermissionsEdit: false }),
      { system: right === "edit" ? "warn/read-only" : "pass/all" }
    ]
  ]),
  [
    "tells of both",
    { rows: { "system-user-fields": but(OPT_OUT, { PermissionsEdit: false }).filter(({ Field }) => Field !== EMAIL) } },
    { system: "warn/both" }
  ],
  [
    "passes where a field has no field-level security: it has no row anywhere",
    { rows: { ...anywhere(({ Field }) => Field === OPT_OUT), "system-user-fields": but(OPT_OUT, null) } },
    { system: "pass/all" }
  ],
  [
    "passes where nobody may edit a field",
    {
      rows: {
        ...anywhere(() => false, { PermissionsEdit: false }),
        "system-user-fields": fields.map((row) => ({ ...row, PermissionsEdit: false }))
      }
    },
    { system: "pass/all" }
  ],
  [
    "warns where some may edit it and others not",
    {
      rows: {
        "secured-fields": [
          { Field: OPT_OUT, PermissionsEdit: false, total: 3 },
          ...(healthyRows()["secured-fields"] ?? [])
        ],
        "system-user-fields": but(OPT_OUT, { PermissionsEdit: false })
      }
    },
    { system: "warn/read-only" }
  ],
  [
    "passes where leads are switched off",
    {
      rows: {
        ...objects("Lead", null),
        ...anywhere(({ Field }) => Field.startsWith("Lead.")),
        "secured-objects": CARRIED_OBJECTS.filter((name) => name !== "Lead").map((SobjectType) => ({
          SobjectType,
          total: 3
        })),
        "system-user-fields": fields.filter(({ Field }) => !Field.startsWith("Lead."))
      }
    },
    { system: "pass/all" }
  ],
  ["passes through another permission set", { rows: through() }, { system: "pass/all" }],
  ["passes through a group", { rows: through({ PermissionSetGroup: GROUP }) }, { system: "pass/all" }],
  [
    "warns when the group is not calculated",
    { rows: through({ PermissionSetGroup: { ...GROUP, Status: "Outdated" } }) },
    { system: "warn/unsure" }
  ],
  [
    "warns when the set must be activated",
    { rows: through({}, { HasActivationRequired: true }) },
    { system: "warn/unsure" }
  ],
  [
    "warns when the assignment has ended",
    { rows: through({ ExpirationDate: inDays(-1) }) },
    { system: "warn/out-of-reach" }
  ],
  ["passes while it has not ended", { rows: through({ ExpirationDate: inDays(1) }) }, { system: "pass/all" }],
  ["warns when the assignment is not active", { rows: through({ IsActive: false }) }, { system: "warn/out-of-reach" }],
  [
    "does not count a set of somebody else",
    { rows: { ...through(), "system-user-sets": [profileSet] } },
    { system: "warn/out-of-reach" }
  ],
  ...CARRIED_OBJECTS.flatMap((name): Row[] => [
    [
      `warns when ${name} can't be edited`,
      { rows: objects(name, { PermissionsEdit: false }) },
      { system: "warn/read-only" }
    ],
    [`warns when ${name} can't be read`, { rows: objects(name, null) }, { system: "warn/out-of-reach" }]
  ]),
  [
    "warns when an object can't be read, though a row is there",
    { rows: objects("Lead", { PermissionsRead: false, PermissionsEdit: false }) },
    { system: "warn/out-of-reach" }
  ],
  ["passes when all objects can be edited", { rows: objects("", null) }, { system: "pass/all" }],
  [
    "passes for a field to read where the object shows all of its fields",
    {
      rows: { ...objects("Contact", { PermissionsViewAllFields: true }), "system-user-fields": but(EMAIL, null) }
    },
    { system: "pass/all" }
  ],
  [
    "warns of a field to write where the object shows all of its fields",
    {
      rows: { ...objects("Contact", { PermissionsViewAllFields: true }), "system-user-fields": but(OPT_OUT, null) }
    },
    { system: "warn/read-only" }
  ],
  [
    "does not take another object's for it",
    {
      rows: { ...objects("Lead", { PermissionsViewAllFields: true }), "system-user-fields": but(EMAIL, null) }
    },
    { system: "warn/out-of-reach" }
  ],
  [
    "is unknown when no field permissions of contacts are shown",
    { rows: anywhere(({ Field }) => Field === EMAIL) },
    { system: "unknown/no-security" }
  ],
  [
    "is unknown when they may be hidden",
    { rows: { "secured-fields": [] }, lacks: ["PermissionsViewSetup"] },
    { system: "unknown/hidden" }
  ],
  [
    "is unknown when no object permissions of contacts are shown",
    { rows: { "secured-objects": [{ SobjectType: "Lead", total: 3 }] } },
    { system: "unknown/no-security" }
  ],
  [
    "is unknown when the set of the profile is not shown",
    { rows: { "system-user-sets": through()["system-user-sets"]?.slice(1) ?? [] } },
    { system: "unknown/no-rights" }
  ],
  [
    "is unknown when it may be hidden",
    { rows: { "system-user-sets": [] }, lacks: ["PermissionsViewSetup"] },
    { system: "unknown/hidden" }
  ],
  ["does not apply when the package is not installed", withoutPackage, { system: "not-applicable/no-package" }]
]);

test("objects and fields are named by Setup's label and the API name, and only those that are missing", () => {
  const values = (changes: Changes) => judge([systemUserDataAccess], situation(changes)).findings[0]?.values;
  const named = (...names: string[]) => ({ texts: names.map((name) => `system-user-data-access.data.${name}`) });
  expect(values(allowing(OPT_OUT, { PermissionsEdit: false }))).toMatchObject({
    hidden: named(),
    readOnly: named(OPT_OUT)
  });
  expect(values({ rows: objects("Campaign", null) })).toMatchObject({ hidden: named("Campaign"), readOnly: named() });
  expect(values({ rows: through({ PermissionSetGroup: { ...GROUP, Status: "Failed" } }) })).toMatchObject({
    data: named(OPT_OUT)
  });
  for (const name of [...CARRIED_OBJECTS, ...Object.keys(CARRIED_FIELDS)])
    expect(ENGLISH[`system-user-data-access.data.${name}`]).toContain(`(${name})`);
});
