import type { Check } from "../judge/check.ts";
import type { Row } from "./check-table.ts";
import { testConfirmedCheck } from "./confirm-table.ts";

/** Tests a question about the Marketing Cloud API User, whom the connector's configuration names. */
export function testApiUserQuestion(check: Check, table: readonly Row[] = []): void {
  testConfirmedCheck(check, "confirm/look-at", [
    ...table,
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
}
