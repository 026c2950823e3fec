import { flag, number, text } from "../evidence/fields.ts";
import { query, type RowOf } from "../evidence/query.ts";
import { CARRIED_FIELD_NAMES } from "./carried-data.ts";

/** Which fields that the connector carries anybody may see or edit at all: a field without field-level security has no row. */
export const securedFields = query("secured-fields", {
  object: "FieldPermissions",
  label: "field permissions",
  fields: { Field: text, PermissionsEdit: flag, total: number },
  permissions: ["PermissionsViewSetup"],
  ask: () => ({ binds: { fields: CARRIED_FIELD_NAMES } })
});

export const healthy = (): RowOf<typeof securedFields>[] =>
  CARRIED_FIELD_NAMES.map((Field) => ({ Field, PermissionsEdit: true, total: 3 }));
