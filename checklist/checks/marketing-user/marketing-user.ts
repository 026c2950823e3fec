import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import messages from "./en.json" with { type: "json" };

export const marketingUser = personCheck({
  id: "marketing-user",
  messages,
  cases: {
    ticked: "pass",
    "not-ticked": "fail"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "tick", "save"],
  judge: (user) => (user.UserPermissionsMarketingUser ? { case: "ticked" } : { case: "not-ticked" }),
  mend: ({ Id }) => [
    {
      set: "UserPermissionsMarketingUser",
      recordId: Id,
      of: Id,
      effects: [{ key: "change.effect.feature-license" }]
    }
  ]
});
