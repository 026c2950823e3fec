import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { apiUserIntegrated } from "./api-user-integrated.ts";

testConfirmedCheck(apiUserIntegrated, "confirm/look-at", [
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
