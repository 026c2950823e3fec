import { number, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many licenses are left. Salesforce counts no inactive user. */
export const licensePools = query("license-pools", {
  object: "UserLicense",
  label: "user licenses",
  fields: { Id: text, Name: text, LicenseDefinitionKey: text, TotalLicenses: number, UsedLicenses: number },
  permissions: ["PermissionsViewSetup"],
  limit: 200,
  ask: always
});

export const healthy = (): RowOf<typeof licensePools>[] => [
  {
    Id: "100000000000001AAA",
    Name: "Salesforce",
    LicenseDefinitionKey: "SFDC",
    TotalLicenses: 20,
    UsedLicenses: 11
  }
];
