import { personCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

/** The box of the package on the user, `et4ae5__ExactTargetForAppExchangeUser__c`. */
export const appexchangeUser = personCheck({
  id: "appexchange-user",
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  requires: ["package"],
  needs: ["users", "user-boxes"],
  consults: ["package-license"],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit-box", "tick", "save"],
  judge(user, { role }, facts) {
    const [boxes] = facts.rowsWith("user-boxes", "Id", user.Id);
    if (!boxes) return { state: "unknown", case: "no-boxes" };
    if (boxes.et4ae5__ExactTargetForAppExchangeUser__c) return { state: "pass", case: "ticked" };
    if (role === "system-user") return { state: "fail", case: "system-user-not-ticked" };
    return boxes.et4ae5__ExactTargetForAppExchangeAdmin__c
      ? { state: "not-applicable", case: "admin-instead" }
      : { state: "fail", case: "neither-ticked" };
  }
});
