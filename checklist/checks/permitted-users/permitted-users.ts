import { orgCheck } from "../../judge/check.ts";
import { policiesOf } from "../../facts/policies.ts";
import { article } from "../../judge/sources.ts";
import { appPolicies } from "../../queries/app-policies.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/** Source of the reading: Object Reference, ConnectedApplication.OptionsAllowAdminApprovedUsersOnly. */
export const permittedUsers = orgCheck({
  id: "permitted-users",
  messages,
  cases: {
    "admin-approved": "pass",
    "self-authorized": "fail",
    "no-policies": "unknown"
  },
  about: "app",
  step: "connected-app",
  severity: "blocker",
  requires: ["app"],
  needs: [appPolicies],
  // Whoever has no access when this is saved is locked out.
  mendAfter: ["app-installed", "system-user-chosen", "app-permission-set", "app-access"],
  source: article("Sales Checklist"),
  link: appPage,
  fix: ["open-app", "edit-policies", "choose", "save"],
  judge(facts) {
    const policies = policiesOf(facts);
    if (!policies) return { case: "no-policies" };
    return policies.OptionsAllowAdminApprovedUsersOnly ? { case: "admin-approved" } : { case: "self-authorized" };
  }
});
