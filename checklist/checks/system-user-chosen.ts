import { orgCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

/** Whether somebody said who the system user is: what holds for a guess may not hold for Marketing Cloud. */
export const systemUserChosen = orgCheck({
  id: "system-user-chosen",
  about: "org",
  step: "people",
  severity: "blocker",
  needs: ["users"],
  consults: ["connector-configuration", "both-box-users", "system-set-holders", "tracking-writers"],
  source: article("Sales Checklist"),
  link: null,
  fix: ["choose-system-user"],
  judge({ people: { systemUser, systemUserChosen }, rowsWith }) {
    if (!systemUser) return { state: "unknown", case: "no-system-user" };
    if (!systemUserChosen) return { state: "unknown", case: "system-user-guessed" };
    const [user] = rowsWith("users", "Id", systemUser.id ?? "");
    if (!user)
      return {
        state: "unknown",
        case: "person-not-found",
        values: { user: systemUser.name ?? systemUser.username ?? "" }
      };
    return { state: "pass", case: "chosen" };
  }
});
