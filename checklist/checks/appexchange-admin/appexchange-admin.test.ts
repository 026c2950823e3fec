import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import { IMPACTED_USER, SYSTEM_USER, type Changes, withoutPackage } from "../../testing/situation.ts";
import { appexchangeAdmin } from "./appexchange-admin.ts";

const admin = (ticked: boolean): Changes => ({
  rows: {
    "user-checkboxes": [SYSTEM_USER, IMPACTED_USER].map((Id) => ({
      Id,
      et4ae5__ExactTargetForAppExchangeUser__c: true,
      et4ae5__ExactTargetForAppExchangeAdmin__c: ticked
    }))
  }
});

testCheck(appexchangeAdmin, [
  ["passes where it is ticked", admin(true), { system: "pass/ticked", impacted: "pass/ticked" }],
  [
    "fails the system user, and does not apply to others, where it is not",
    admin(false),
    { system: "fail/not-ticked", impacted: "not-applicable/not-needed" }
  ],
  ["is unknown when the boxes are not shown", { rows: { "user-checkboxes": [] } }, { system: "unknown/no-boxes" }],
  ["does not apply when the package is not installed", withoutPackage, { system: "not-applicable/no-package" }]
]);

testMends(appexchangeAdmin, [
  ["nothing where it is ticked", admin(true), []],
  [
    "to tick it for the system user alone",
    admin(false),
    [
      "Select “Marketing Cloud for AppExchange Admin” for Marketing Cloud Integration: Not selected > Selected | " +
        "Gives Marketing Cloud Integration access to all data in Marketing Cloud Connect. | " +
        "The package's own trigger may assign its permission sets to Marketing Cloud Integration."
    ]
  ]
]);
