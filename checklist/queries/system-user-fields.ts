import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { CARRIED_FIELD_NAMES } from "./carried-data.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** What the system user's permission sets allow of the fields that the connector carries. A row means that they may be read. */
export const systemUserFields = query("system-user-fields", {
  object: "FieldPermissions",
  fields: { Id: text, ParentId: text, Field: text, PermissionsEdit: flag },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ systemUserIds }) => withIds({ systemUserIds, fields: CARRIED_FIELD_NAMES })
});

export const healthy = ({ adminSet }: HealthyOrg): RowOf<typeof systemUserFields>[] =>
  CARRIED_FIELD_NAMES.map((Field, n) => ({ Id: `01k${String(n)}`, ParentId: adminSet, Field, PermissionsEdit: true }));
