import { testCheck } from "../../testing/check-table.ts";
import { impactedUser, noCandidate, type Changes } from "../../testing/situation.ts";
import { systemUserChosen } from "./system-user-chosen.ts";

const nobody: Changes = { selection: { systemUser: undefined as never } };

testCheck(systemUserChosen, [
  ["passes when somebody is chosen", {}, "pass/chosen"],
  ["is unknown when the best candidate is taken", nobody, "unknown/system-user-guessed"],
  ["is unknown when there is no candidate either", { ...nobody, rows: noCandidate }, "unknown/no-system-user"],
  ["is unknown when the one chosen is not there", { rows: { users: [impactedUser()] } }, "unknown/person-not-found"]
]);
