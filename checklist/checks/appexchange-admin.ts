import { personCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

/** The box of the package on the user, `et4ae5__ExactTargetForAppExchangeAdmin__c`. Only the system user must have it. */
export const appexchangeAdmin = personCheck({
  id: "appexchange-admin",
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
    if (boxes.et4ae5__ExactTargetForAppExchangeAdmin__c) return { state: "pass", case: "ticked" };
    return role === "system-user"
      ? { state: "fail", case: "not-ticked" }
      : { state: "not-applicable", case: "not-needed" };
  }
});
