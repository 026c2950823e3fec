import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { Query, RowOf } from "../evidence/query.ts";
import { CARRIED_FIELD_NAMES, CARRIED_FIELDS, CARRIED_OBJECTS } from "../queries/carried-data.ts";
import { securedFields } from "../queries/secured-fields.ts";
import { securedObjects } from "../queries/secured-objects.ts";
import { systemUserFields } from "../queries/system-user-fields.ts";
import { systemUserObjects } from "../queries/system-user-objects.ts";
import { systemUserSets } from "../queries/system-user-sets.ts";

/** What tells of which data the system user is kept from. */
export const DATA_QUERIES: readonly Query[] = [securedFields, securedObjects, systemUserFields, systemUserObjects];

type Held = RowOf<typeof systemUserSets>;

/** Objects and fields, by API name. */
export interface Gaps {
  /** Can't be read at all. */
  readonly hidden: readonly string[];
  /** Can be read, and must be written. */
  readonly readOnly: readonly string[];
}

/** @returns what is carried and these permission sets do not allow, of what this org has and protects */
export function gapsOf(sets: readonly Held[], evidence: Evidence): Gaps {
  const ids = new Set(sets.map(({ PermissionSetId }) => PermissionSetId));
  const mayAll = sets.some(({ PermissionSet }) => PermissionSet.PermissionsModifyAllData);
  const objects = rowsOf(evidence, systemUserObjects).filter(({ ParentId }) => ids.has(ParentId));
  const fields = rowsOf(evidence, systemUserFields).filter(({ ParentId }) => ids.has(ParentId));
  const known = new Set(rowsOf(evidence, securedObjects).map(({ SobjectType }) => SobjectType));
  const secured = rowsOf(evidence, securedFields);

  const rightTo = (name: string): Right => {
    const rows = objects.filter(({ SobjectType }) => SobjectType === name);
    if (mayAll || rows.some(({ PermissionsEdit }) => PermissionsEdit)) return "edit";
    return rows.some(({ PermissionsRead }) => PermissionsRead) ? "read" : "none";
  };
  const rightToField = (name: string): Right => {
    const rows = fields.filter(({ Field }) => Field === name);
    if (rows.some(({ PermissionsEdit }) => PermissionsEdit)) return "edit";
    const [object] = name.split(".");
    const all = objects.some((row) => row.SobjectType === object && row.PermissionsViewAllFields);
    return rows.length || all ? "read" : "none";
  };
  const wanted = [
    ...CARRIED_OBJECTS.filter((name) => known.has(name)).map((name) => ({ name, asked: "edit", has: rightTo(name) })),
    ...CARRIED_FIELD_NAMES.flatMap((name) => {
      const rows = secured.filter(({ Field }) => Field === name);
      // What nobody may edit, as a formula, is not for the system user to edit either.
      const asked = rows.some(({ PermissionsEdit }) => PermissionsEdit) ? CARRIED_FIELDS[name] : "read";
      return rows.length ? { name, asked, has: rightToField(name) } : [];
    })
  ];
  return {
    hidden: wanted.filter(({ has }) => has === "none").map(({ name }) => name),
    readOnly: wanted.filter(({ has, asked }) => has === "read" && asked === "edit").map(({ name }) => name)
  };
}

type Right = "none" | "read" | "edit";

export const isEmpty = ({ hidden, readOnly }: Gaps): boolean => !hidden.length && !readOnly.length;
