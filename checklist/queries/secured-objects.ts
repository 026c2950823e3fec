import { number, text } from "../evidence/fields.ts";
import { query, type RowOf } from "../evidence/query.ts";
import { CARRIED_OBJECTS } from "./carried-data.ts";

/** Which objects that the connector carries this org has: one that is switched off is in nobody's permissions. */
export const securedObjects = query("secured-objects", {
  object: "ObjectPermissions",
  label: "object permissions",
  fields: { SobjectType: text, total: number },
  permissions: ["PermissionsViewSetup"],
  ask: () => ({ binds: { objects: CARRIED_OBJECTS } })
});

export const healthy = (): RowOf<typeof securedObjects>[] =>
  CARRIED_OBJECTS.map((SobjectType) => ({ SobjectType, total: 3 }));
