import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import messages from "./en.json" with { type: "json" };

export const userActive = personCheck({
  id: "user-active",
  messages,
  cases: {
    active: "pass",
    inactive: "fail"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "tick", "save"],
  judge: (user) => (user.IsActive ? { case: "active" } : { case: "inactive" })
});
