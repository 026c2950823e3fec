import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import { IMPACTED_USER, SYSTEM_USER, type Changes, withoutPackage } from "../../testing/situation.ts";
import { appexchangeUser } from "./appexchange-user.ts";

const boxes = (user: boolean, admin: boolean): Changes => ({
  rows: {
    "user-checkboxes": [SYSTEM_USER, IMPACTED_USER].map((Id) => ({
      Id,
      et4ae5__ExactTargetForAppExchangeUser__c: user,
      et4ae5__ExactTargetForAppExchangeAdmin__c: admin
    }))
  }
});

testCheck(appexchangeUser, [
  ["passes where it is ticked", boxes(true, false), { system: "pass/ticked", impacted: "pass/ticked" }],
  [
    "fails the system user, and does not apply to others, when only Admin is ticked",
    boxes(false, true),
    { system: "fail/system-user-not-ticked", impacted: "not-applicable/admin-instead" }
  ],
  [
    "fails everyone when neither is ticked",
    boxes(false, false),
    { system: "fail/system-user-not-ticked", impacted: "fail/neither-ticked" }
  ],
  ["is unknown when the boxes are not shown", { rows: { "user-checkboxes": [] } }, { system: "unknown/no-boxes" }],
  [
    "does not apply when the package is not installed",
    withoutPackage,
    { system: "not-applicable/no-package", impacted: "not-applicable/no-package" }
  ],
  [
    "is unknown when the boxes are hidden and the package is installed",
    { faults: { "user-checkboxes": "no-field" } },
    { system: "unknown/no-field" }
  ],
  [
    "does not need the package's license",
    { ...boxes(true, false), faults: { "package-license": "no-access" } },
    { system: "pass/ticked" }
  ]
]);

const TRIGGER = "The package's own trigger may assign its permission sets to";
testMends(appexchangeUser, [
  ["nothing where it is ticked", boxes(true, false), []],
  [
    "to tick it for those who need it",
    boxes(false, false),
    ["Marketing Cloud Integration", "Ada Fields"].map(
      (name) =>
        `Select “Marketing Cloud for AppExchange User” for ${name}: Not selected > Selected | ${TRIGGER} ${name}.`
    )
  ],
  ["nothing where the package is missing", withoutPackage, []]
]);
