import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { userCheckboxes } from "../../queries/user-checkboxes.ts";
import messages from "./en.json" with { type: "json" };

/** The box of the package on the user, `et4ae5__ExactTargetForAppExchangeUser__c`. */
export const appexchangeUser = personCheck({
  id: "appexchange-user",
  messages,
  cases: {
    ticked: "pass",
    "system-user-not-ticked": "fail",
    "neither-ticked": "fail",
    "admin-instead": "not-applicable",
    "no-boxes": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  requires: ["package"],
  needs: [userCheckboxes],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit-box", "tick", "save"],
  judge(user, { role }, facts) {
    const [boxes] = facts.rowsWith(userCheckboxes, "Id", user.Id);
    if (!boxes) return { case: "no-boxes" };
    if (boxes.et4ae5__ExactTargetForAppExchangeUser__c) return { case: "ticked" };
    if (role === "system-user") return { case: "system-user-not-ticked" };
    return boxes.et4ae5__ExactTargetForAppExchangeAdmin__c ? { case: "admin-instead" } : { case: "neither-ticked" };
  },
  mend: ({ Id }) => [
    {
      set: "et4ae5__ExactTargetForAppExchangeUser__c",
      recordId: Id,
      of: Id,
      effects: [{ key: "change.effect.package-trigger" }]
    }
  ]
});
