import { flag, optional, parent, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { connectedApps } from "./connected-apps.ts";

/** The permission sets and profiles that open the app. */
export const appGrants = query("app-grants", {
  object: "SetupEntityAccess",
  label: "access to the connected app",
  fields: {
    Id: text,
    ParentId: text,
    Parent: parent({
      Label: text,
      IsOwnedByProfile: flag,
      ProfileId: optional(text),
      // Only of a group's own set.
      PermissionSetGroupId: optional(text),
      HasActivationRequired: flag
    })
  },
  permissions: ["PermissionsViewSetup"],
  after: [connectedApps],
  ask: ({ appIds }) => withIds({ appIds })
});

export const healthy = ({ appSet }: HealthyOrg): RowOf<typeof appGrants>[] => [
  {
    Id: "0J0000000000001AAA",
    ParentId: appSet,
    Parent: { Label: "Marketing Cloud Connected App", IsOwnedByProfile: false, HasActivationRequired: false }
  }
];
