import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** The permission sets of the package that the setup guide asks for. Their names are not what their labels say. */
export const connectorSets = query("connector-sets", {
  object: "PermissionSet",
  label: "permission sets",
  fields: { Id: text, Name: text, Label: text, HasActivationRequired: flag },
  permissions: ["PermissionsViewSetup"],
  limit: 10,
  ask: always
});

export const healthy = ({ connectorSets: sets }: HealthyOrg): RowOf<typeof connectorSets>[] =>
  Object.entries(sets).map(([Name, Id]) => ({ Id, Name, Label: LABELS[Name] ?? Name, HasActivationRequired: false }));

const LABELS: Readonly<Record<string, string>> = {
  ExactTarget_Integration: "Marketing Cloud Connector",
  ExactTarget_Integration_Admin: "Marketing Cloud Connector Admin",
  Marketing_Cloud_System_User: "Marketing Cloud System User"
};
