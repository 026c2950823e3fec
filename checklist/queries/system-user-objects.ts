import { flag, text } from "../evidence/fields.ts";
import { query, withIds } from "../evidence/query.ts";
import { CARRIED_OBJECTS } from "./carried-data.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** What the system user's permission sets allow of the objects that the connector carries. */
export const systemUserObjects = query("system-user-objects", {
  object: "ObjectPermissions",
  fields: {
    Id: text,
    ParentId: text,
    SobjectType: text,
    PermissionsRead: flag,
    PermissionsEdit: flag,
    PermissionsViewAllFields: flag
  },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ systemUserIds }) => withIds({ systemUserIds, objects: CARRIED_OBJECTS })
});
