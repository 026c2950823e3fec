import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import { impactedUser, systemUser } from "../../testing/situation.ts";
import { marketingUser } from "./marketing-user.ts";

testCheck(marketingUser, [
  ["passes where it is ticked", {}, { system: "pass/ticked", impacted: "pass/ticked" }],
  [
    "fails where it is not",
    { rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] } },
    { system: "pass/ticked", impacted: "fail/not-ticked" }
  ]
]);

const unticked = impactedUser({ UserPermissionsMarketingUser: false });
testMends(marketingUser, [
  ["nothing where it is ticked", {}, []],
  [
    "to tick it where it is not",
    { rows: { users: [systemUser(), unticked] } },
    ["Select “Marketing User” for Ada Fields: Not selected > Selected | Uses one Marketing User feature license."]
  ],
  [
    "nothing for an inactive user, and says why",
    { rows: { users: [systemUser(), { ...unticked, IsActive: false }] } },
    ["The user is inactive. Activate the user first."]
  ]
]);
