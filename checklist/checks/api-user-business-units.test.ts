import { testConfirmedCheck } from "../testing/confirm-table.ts";
import { apiUserBusinessUnits } from "./api-user-business-units.ts";

testConfirmedCheck(apiUserBusinessUnits, "confirm/look-at", [
  ["asks without names when no business unit is enabled", { rows: { "business-units": [] } }, "confirm/look"],
  ["asks without names when business units can't be read", { faults: { "business-units": "no-field" } }, "confirm/look"]
]);
