import type { RowOf } from "../../evidence/query.ts";
import { testCheck } from "../../testing/check-table.ts";
import { givenConfirmation } from "../../testing/given-confirmation.ts";
import { inDays, withoutPackage, type Changes } from "../../testing/situation.ts";
import type { connectorConfiguration } from "../../queries/connector-configuration.ts";
import { connectorConfigured } from "./connector-configured.ts";

const configurations = (...users: readonly (string | undefined)[]): Changes => ({
  rows: {
    "connector-configuration": users.map((user, i): RowOf<typeof connectorConfiguration> => ({
      Id: `a0000000000000${String(i)}AAA`,
      CreatedDate: inDays(-700),
      LastModifiedDate: inDays(-600),
      ...(user === undefined ? {} : { et4ae5__Username__c: user })
    }))
  }
});

testCheck(connectorConfigured, [
  ["passes when the configuration names a Marketing Cloud user", {}, "pass/configured"],
  ["passes when one of two configurations names a user", configurations(undefined, "mc-api-user"), "pass/configured"],
  ["passes when two name the same user", configurations("mc-api-user", "MC-API-User"), "pass/configured"],
  ["asks when two name different users", configurations("mc-api-user", "old-user"), "confirm/several-users"],
  [
    "is confirmed when a person said that both are in use",
    {
      ...configurations("mc-api-user", "old-user"),
      confirmations: [givenConfirmation("connector-configured", {}, configurations("mc-api-user", "old-user"))]
    },
    "confirmed/confirmed"
  ],
  [
    "is refuted when a person said that one is not",
    {
      ...configurations("mc-api-user", "old-user"),
      confirmations: [
        givenConfirmation("connector-configured", { holds: false }, configurations("mc-api-user", "old-user"))
      ]
    },
    "refuted/refuted"
  ],
  ["warns when there is no configuration", configurations(), "warn/none"],
  ["warns when the configuration names nobody", configurations(undefined), "warn/no-user"],
  ["warns when the name is empty", configurations(""), "warn/no-user"],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);
