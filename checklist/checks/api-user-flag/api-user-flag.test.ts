import { testApiUserQuestion } from "../../testing/api-user-table.ts";
import { pasted } from "../../testing/marketing-cloud-answer.ts";
import { apiUserFlag } from "./api-user-flag.ts";

const says = (changes: Parameters<typeof pasted>[1]) => pasted("api-user-flag", changes);

testApiUserQuestion(apiUserFlag, [
  ["is confirmed when Marketing Cloud says so", says({}), "confirmed/is-api-user"],
  ["is refuted when there is no such user", says(null), "refuted/no-such-user"],
  ["is refuted when API User is not selected", says({ apiUser: false }), "refuted/not-api-user"],
  ["is refuted when the user is inactive", says({ active: false }), "refuted/inactive"],
  ["is refuted when the user is locked", says({ locked: true }), "refuted/is-locked"],
  ["is refuted when the password must change", says({ mustChangePassword: true }), "refuted/must-change-password"],
  ["still asks when Marketing Cloud does not say", says({ apiUser: null }), "confirm/look-at"]
]);
