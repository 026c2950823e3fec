import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { givenConfirmation } from "../../testing/given-confirmation.ts";
import { inDays, situation, withoutPackage, type Changes } from "../../testing/situation.ts";
import { sandboxCopy } from "./sandbox-copy.ts";

const ORG = { Id: "00D000000000001AAA", Name: "Northern Trail", IsSandbox: true };
const configuration = (written: number, created = -700) => ({
  Id: `a00000000000${String(1000 + written)}AAA`,
  CreatedDate: inDays(created),
  LastModifiedDate: inDays(written),
  et4ae5__Username__c: "mc-api-user"
});
interface Sandbox {
  /** Days before now at which the org was made, its configurations written, its first user made, a result written. */
  readonly made?: number;
  readonly written?: readonly number[];
  readonly firstUser?: number;
  readonly result?: number;
}
const sandbox = ({ made, written = [600], firstUser = 2000, result }: Sandbox): NonNullable<Changes["rows"]> => ({
  organization: [{ ...ORG, ...(made === undefined ? {} : { CreatedDate: inDays(-made) }) }],
  "connector-configuration": written.map((days) => configuration(-days)),
  "oldest-user": [{ Id: "005000000000008AAA", CreatedDate: inDays(-firstUser) }],
  "tracking-writers":
    result === undefined
      ? []
      : [
          {
            Id: "a03000000000001AAA",
            CreatedDate: inDays(-result),
            CreatedById: "005000000000001AAA",
            CreatedBy: { Name: "MC", Username: "mc@example.com", IsActive: true }
          }
        ]
});
const copy = { rows: sandbox({ made: 30 }) };

testCheck(sandboxCopy, [
  ["does not apply in production", {}, "not-applicable/no-sandbox"],
  ["asks when the configuration is older than the sandbox", copy, "confirm/copied"],
  [
    "asks when it was written at the very moment of the copy",
    { rows: sandbox({ made: 30, written: [30] }) },
    "confirm/copied"
  ],
  ["asks when several are, all of them older", { rows: sandbox({ made: 30, written: [31, 900] }) }, "confirm/copied"],
  [
    "says that results came in since the copy",
    { rows: sandbox({ made: 30, result: 2 }) },
    "confirm/copied-and-tracking"
  ],
  ["says nothing of results that came with the copy", { rows: sandbox({ made: 10, result: 20 }) }, "confirm/copied"],
  [
    "says nothing of a result of the very moment of the copy",
    { rows: sandbox({ made: 10, result: 10 }) },
    "confirm/copied"
  ],
  ["asks when results can't be read", { ...copy, faults: { "tracking-writers": "no-object" } }, "confirm/copied"],
  [
    "passes when the configuration was written since",
    { rows: sandbox({ made: 30, written: [29] }) },
    "pass/written-since"
  ],
  [
    "passes when the newest was written since",
    { rows: sandbox({ made: 30, written: [600, 2, 29] }) },
    "pass/written-since"
  ],
  [
    "passes for one written since, whatever results come in",
    { rows: sandbox({ made: 30, written: [29], result: 1 }) },
    "pass/written-since"
  ],
  [
    "asks when no user is older than the org: its date may be that of production",
    { rows: sandbox({ made: 1500, written: [29], firstUser: 1499 }) },
    "confirm/undated"
  ],
  [
    "asks when a user is older than the org by less than a day",
    { rows: { ...sandbox({ made: 30, written: [2] }), "oldest-user": [{ Id: "005", CreatedDate: inDays(-31) }] } },
    "confirm/undated"
  ],
  [
    "asks when the oldest user can't be read",
    { rows: sandbox({ made: 30, written: [29] }), faults: { "oldest-user": "server" } },
    "confirm/undated"
  ],
  [
    "asks when no user is shown",
    { rows: { ...sandbox({ made: 30, written: [29] }), "oldest-user": [] } },
    "confirm/undated"
  ],
  ["asks when the org's own date is not shown", { rows: sandbox({ written: [29] }) }, "confirm/undated"],
  [
    "does not apply to a sandbox without a configuration",
    { rows: sandbox({ made: 30, written: [] }) },
    "not-applicable/not-configured"
  ],
  ["is unknown when the org is not shown", { rows: { organization: [] } }, "unknown/hidden"],
  [
    "is confirmed when a person saw that it is connected to a test account",
    { ...copy, confirmations: [givenConfirmation("sandbox-copy", {}, copy)] },
    "confirmed/confirmed"
  ],
  [
    "is refuted when a person saw that it is production's",
    { ...copy, confirmations: [givenConfirmation("sandbox-copy", { holds: false }, copy)] },
    "refuted/refuted"
  ],
  [
    "asks again when the configuration was written anew",
    {
      rows: { ...copy.rows, "connector-configuration": [configuration(-50, -50)] },
      confirmations: [givenConfirmation("sandbox-copy", {}, copy)]
    },
    "confirm/copied"
  ],
  [
    "does not apply when the package is not installed",
    { ...withoutPackage, rows: { ...sandbox({ made: 30 }), ...withoutPackage.rows } },
    "not-applicable/no-package"
  ]
]);

test("a copy is told with both dates", () => {
  const [finding] = judge([sandboxCopy], situation({ rows: sandbox({ made: 30, written: [900, 600] }) })).findings;
  expect(finding?.values).toMatchObject({ written: { date: inDays(-600) }, created: { date: inDays(-30) } });
});
