import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { pasted } from "../../testing/marketing-cloud-answer.ts";
import { mcPasswordExpiry } from "./mc-password-expiry.ts";

testConfirmedCheck(mcPasswordExpiry, "confirm/look", [
  [
    "asks with that the password must be changed",
    pasted("api-user-flag", { mustChangePassword: true }),
    "confirm/must-change"
  ],
  ["asks as ever where it need not be", pasted("api-user-flag", { mustChangePassword: false }), "confirm/look"],
  [
    "asks as ever where Marketing Cloud did not say it",
    pasted("api-user-flag", { mustChangePassword: null }),
    "confirm/look"
  ]
]);
