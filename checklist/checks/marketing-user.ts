import { personCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

export const marketingUser = personCheck({
  id: "marketing-user",
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  needs: ["users"],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "tick", "save"],
  judge: (user) =>
    user.UserPermissionsMarketingUser ? { state: "pass", case: "ticked" } : { state: "fail", case: "not-ticked" }
});
