import { personCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

export const userActive = personCheck({
  id: "user-active",
  about: "person",
  step: "users",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  needs: ["users"],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "tick", "save"],
  judge: (user) => (user.IsActive ? { state: "pass", case: "active" } : { state: "fail", case: "inactive" })
});
