import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { idsFrom, query, withIds, type RowOf } from "../evidence/query.ts";
import { connectorConfiguration } from "./connector-configuration.ts";

/** Users mapped to the Marketing Cloud user that the configuration names, whatever state they are in. */
export const mappedUsers = query("mapped-users", {
  object: "User",
  fields: { Id: text, Name: text, Username: text, IsActive: flag },
  limit: 50,
  after: [connectorConfiguration],
  ask: (known) =>
    withIds({ apiUsers: idsFrom(known, connectorConfiguration, ({ et4ae5__Username__c: name }) => name ?? []) })
});

export const healthy = ({ systemUser }: HealthyOrg): RowOf<typeof mappedUsers>[] => [
  { Id: systemUser, Name: "Marketing Cloud Integration", Username: "mc@example.com", IsActive: true }
];
