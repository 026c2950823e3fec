import { flag, parent, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

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
    PermissionsCustomizeApplication: flag,
    PermissionsApiEnabled: flag
  },
  permissions: ["PermissionsViewSetup"],
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({ adminProfile, senderProfile }: HealthyOrg): RowOf<typeof profiles>[] =>
  [adminProfile, senderProfile].map((Id) => ({
    Id,
    Name: "System Administrator",
    UserLicense: { Name: "Salesforce", LicenseDefinitionKey: "SFDC" },
    PermissionsModifyAllData: true,
    PermissionsViewSetup: true,
    PermissionsManageUsers: true,
    PermissionsCustomizeApplication: true,
    PermissionsApiEnabled: true
  }));
