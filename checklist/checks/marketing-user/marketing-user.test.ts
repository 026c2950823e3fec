import { testCheck } from "../../testing/check-table.ts";
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
