import { testCheck } from "../../testing/check-table.ts";
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
