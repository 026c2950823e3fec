import { testApiUserQuestion } from "../../testing/api-user-table.ts";
import { pasted } from "../../testing/marketing-cloud-answer.ts";
import { apiUserRoles } from "./api-user-roles.ts";

const says = (changes: Parameters<typeof pasted>[1]) => pasted("api-user-roles", changes);

testApiUserQuestion(apiUserRoles, [
  ["is confirmed when Marketing Cloud names both roles", says({}), "confirmed/has-roles"],
  ["is refuted when there is no such user", says(null), "refuted/no-such-user"],
  ["is refuted when a role is missing", says({ roles: ["SYS_DEF_ADMIN"] }), "refuted/lacks-roles"],
  ["still asks when Marketing Cloud returns no roles", says({ roles: null }), "confirm/look-at"]
]);
