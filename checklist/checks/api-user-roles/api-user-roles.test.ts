import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { apiUserRoles } from "./api-user-roles.ts";

testConfirmedCheck(apiUserRoles, "confirm/look-at", [
  [
    "asks without a name when the configuration names no API user",
    { rows: { "connector-configuration": [] } },
    "confirm/look"
  ],
  [
    "asks without a name when the configuration can't be read",
    { faults: { "connector-configuration": "no-access" } },
    "confirm/look"
  ]
]);
