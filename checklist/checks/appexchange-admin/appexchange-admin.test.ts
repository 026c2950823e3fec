import { testCheck } from "../../testing/check-table.ts";
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
