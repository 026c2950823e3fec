import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { pasted } from "../../testing/marketing-cloud-answer.ts";
import { inDays, type Changes } from "../../testing/situation.ts";
import { mcLoginInactivity } from "./mc-login-inactivity.ts";

/** Marketing Cloud was asked about other questions yesterday, and said when the API User last signed in. */
const signedIn = (lastSignIn: string | null): Changes => pasted("api-user-flag", { lastSignIn });
/** As Marketing Cloud writes it: its own time, without saying so. */
const days = (count: number): string => inDays(-1 - count).replace("Z", "");

testConfirmedCheck(mcLoginInactivity, "confirm/look", [
  ["asks with the last sign-in beside it, a month ago at most", signedIn(days(28)), "confirm/signed-in-lately"],
  ["asks with how long ago it was", signedIn(days(31)), "confirm/signed-in-long-ago"],
  ["reads the time zone where one is given", signedIn(`${days(31)}Z`), "confirm/signed-in-long-ago"],
  ["asks with what Marketing Cloud wrote in another form", signedIn("4/5/2026 8:00:00 AM"), "confirm/signed-in"],
  ["asks with a time that is none", signedIn("2026-99-99T08:00:00"), "confirm/signed-in"],
  ["asks with that nobody ever signed in", signedIn(""), "confirm/never-signed-in"],
  ["asks as ever where Marketing Cloud did not say it", signedIn(null), "confirm/look"],
  ["asks as ever where it has no such user", pasted("api-user-flag", null), "confirm/look"],
  [
    "shows nothing of a user whom the configuration names no more",
    { ...signedIn(days(31)), rows: { "connector-configuration": [] } },
    "confirm/look"
  ]
]);
