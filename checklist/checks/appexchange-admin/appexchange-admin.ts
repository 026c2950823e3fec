import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { userCheckboxes } from "../../queries/user-checkboxes.ts";
import messages from "./en.json" with { type: "json" };

/** The box of the package on the user, `et4ae5__ExactTargetForAppExchangeAdmin__c`. Only the system user must have it. */
export const appexchangeAdmin = personCheck({
  id: "appexchange-admin",
  messages,
  cases: {
    ticked: "pass",
    "not-ticked": "fail",
    "not-needed": "not-applicable",
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
    if (boxes.et4ae5__ExactTargetForAppExchangeAdmin__c) return { case: "ticked" };
    return role === "system-user" ? { case: "not-ticked" } : { case: "not-needed" };
  },
  mend: ({ Id }) => [
    {
      set: "et4ae5__ExactTargetForAppExchangeAdmin__c",
      recordId: Id,
      of: Id,
      effects: [{ key: "change.effect.all-data" }, { key: "change.effect.package-trigger" }]
    }
  ]
});
