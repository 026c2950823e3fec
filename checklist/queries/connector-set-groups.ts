import { flag, parent, text } from "../evidence/fields.ts";
import { idsFrom, query, withIds } from "../evidence/query.ts";
import { connectorSets } from "./connector-sets.ts";

/** The groups that contain a permission set of the package, one row for each set. */
export const connectorSetGroups = query("connector-set-groups", {
  object: "PermissionSetGroupComponent",
  fields: {
    Id: text,
    PermissionSetId: text,
    PermissionSetGroupId: text,
    PermissionSetGroup: parent({ MasterLabel: text, Status: text, HasActivationRequired: flag })
  },
  permissions: ["PermissionsViewSetup"],
  after: [connectorSets],
  ask: (known) => withIds({ setIds: idsFrom(known, connectorSets, ({ Id }) => Id) })
});
