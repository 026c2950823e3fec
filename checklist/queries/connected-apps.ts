import { date, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const connectedApps = query("connected-apps", {
  object: "ConnectedApplication",
  label: "connected apps",
  fields: { Id: text, Name: text, LastModifiedDate: date },
  permissions: ["PermissionsViewSetup", "PermissionsCustomizeApplication"],
  limit: 50,
  ask: always
});

export const healthy = ({ app, inDays }: HealthyOrg): RowOf<typeof connectedApps>[] => [
  { Id: app, Name: "Salesforce Marketing Cloud", LastModifiedDate: inDays(-200) }
];
