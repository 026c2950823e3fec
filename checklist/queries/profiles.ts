import { flag, parent, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { idsFrom, query, type RowOf, withIds } from "../evidence/query.ts";
import { users } from "./users.ts";

export const profiles = query("profiles", {
  object: "Profile",
  label: "profiles",
  fields: {
    Id: text,
    Name: text,
    UserLicense: parent({ Name: text, LicenseDefinitionKey: text }),
    PermissionsModifyAllData: flag,
    PermissionsViewSetup: flag,
    PermissionsManageUsers: flag,
    PermissionsCustomizeApplication: flag
  },
  permissions: ["PermissionsViewSetup"],
  after: [users],
  ask: (known) => withIds({ profileIds: idsFrom(known, users, ({ ProfileId }) => ProfileId) })
});

export const healthy = ({ adminProfile, senderProfile }: HealthyOrg): RowOf<typeof profiles>[] =>
  [adminProfile, senderProfile].map((Id) => ({
    Id,
    Name: "System Administrator",
    UserLicense: { Name: "Salesforce", LicenseDefinitionKey: "SFDC" },
    PermissionsModifyAllData: true,
    PermissionsViewSetup: true,
    PermissionsManageUsers: true,
    PermissionsCustomizeApplication: true
  }));
