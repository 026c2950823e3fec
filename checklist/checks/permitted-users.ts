import { orgCheck } from "../engine/check.ts";
import { policiesOf } from "../engine/policies.ts";
import { article } from "../engine/sources.ts";

/** Source of the reading: Object Reference, ConnectedApplication.OptionsAllowAdminApprovedUsersOnly. */
export const permittedUsers = orgCheck({
  id: "permitted-users",
  about: "app",
  step: "connected-app",
  severity: "blocker",
  requires: ["app"],
  needs: ["connected-apps", "app-policies"],
  consults: ["viewer-permissions"],
  source: article("Sales Checklist"),
  link: { page: "manage-connected-apps" },
  fix: ["open-app", "edit-policies", "choose", "save"],
  judge(facts) {
    const policies = policiesOf(facts);
    if (!policies) return { state: "unknown", case: "no-policies" };
    return policies.OptionsAllowAdminApprovedUsersOnly
      ? { state: "pass", case: "admin-approved" }
      : { state: "fail", case: "self-authorized" };
  }
});
