import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import { impactedUser, systemUser } from "../../testing/situation.ts";
import { userActive } from "./user-active.ts";

testCheck(userActive, [
  ["passes for those who are active", {}, { system: "pass/active", impacted: "pass/active" }],
  [
    "fails for the one who is not",
    { rows: { users: [systemUser({ IsActive: false }), impactedUser()] } },
    { system: "fail/inactive", impacted: "pass/active" }
  ],
  ["is unknown for a person who is gone", { rows: { users: [systemUser()] } }, { impacted: "unknown/person-not-found" }]
]);

const inactive = { users: [systemUser({ IsActive: false }), impactedUser()] };
const pool = (used: number, LicenseDefinitionKey = "SFDC") => ({
  ...inactive,
  "license-pools": [
    { Id: "100000000000001AAA", Name: "Salesforce", LicenseDefinitionKey, TotalLicenses: 20, UsedLicenses: used }
  ]
});
const UNREAD = "Salesforce didn't show whether a license is available.";
testMends(userActive, [
  ["nothing for those who are active", {}, []],
  [
    "to activate where a license is free",
    { rows: pool(19) },
    [
      "Activate Marketing Cloud Integration: Inactive > Active | Uses one of 1 available “Salesforce” licenses (20 in total). | " +
        "Marketing Cloud Integration can sign in again right away, and Marketing Cloud can sign in as this user. | " +
        "If this person has left, choose somebody else in step People instead."
    ]
  ],
  ["nothing where all are taken", { rows: pool(20) }, ["No “Salesforce” license is available: all 20 are in use."]],
  [
    "nothing where more than all are taken",
    { rows: pool(25) },
    ["No “Salesforce” license is available: all 20 are in use."]
  ],
  ["nothing of the licenses of others", { rows: pool(0, "AUL") }, [UNREAD]],
  ["nothing where licenses can't be read", { rows: inactive, faults: { "license-pools": "no-access" } }, [UNREAD]],
  ["nothing where the profile can't be read", { rows: inactive, faults: { profiles: "no-access" } }, [UNREAD]]
]);
