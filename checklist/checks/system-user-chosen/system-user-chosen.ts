import { nameOf } from "../../facts/people.ts";
import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { PEOPLE_QUERIES } from "../../queries/people-queries.ts";
import { users } from "../../queries/users.ts";
import messages from "./en.json" with { type: "json" };

/** Whether somebody said who the system user is: what holds for a guess may not hold for Marketing Cloud. */
export const systemUserChosen = orgCheck({
  id: "system-user-chosen",
  messages,
  cases: {
    chosen: "pass"
  },
  about: "org",
  step: "people",
  severity: "blocker",
  needs: [users],
  consults: PEOPLE_QUERIES,
  source: article("Sales Checklist"),
  link: null,
  fix: ["choose-system-user"],
  judge({ people: { systemUser, systemUserChosen }, rowsWith }) {
    if (!systemUser) return { state: "unknown", case: "no-system-user" };
    if (!systemUserChosen) return { state: "unknown", case: "system-user-guessed" };
    const isShown = systemUser.id !== null && rowsWith(users, "Id", systemUser.id).length > 0;
    return isShown
      ? { case: "chosen" }
      : { state: "unknown", case: "person-not-found", values: { user: nameOf(systemUser) } };
  }
});
