import { policiesOf } from "../../facts/policies.ts";
import { orgCheck } from "../../judge/check.ts";
import { appPolicies } from "../../queries/app-policies.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether the app demands a session of high assurance. The field is documented; what it does to Marketing Cloud, no org has
 * shown: hence a warning (docs/sources.md, Connected app).
 */
export const sessionLevel = orgCheck({
  id: "session-level",
  messages,
  cases: {
    "any-session": "pass",
    "high-assurance": "warn",
    "no-policies": "unknown"
  },
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  needs: [appPolicies],
  source: {
    title: "Salesforce Help",
    section: "Manage Session Policies for a Connected App",
    published: "Winter '26",
    url: "https://help.salesforce.com/s/articleView?id=xcloud.connected_app_manage_session_policies.htm&type=5"
  },
  link: appPage,
  fix: ["open-app", "edit-policies", "clear", "save"],
  judge(facts) {
    const policies = policiesOf(facts);
    if (!policies) return { case: "no-policies" };
    return policies.OptionsHasSessionLevelPolicy ? { case: "high-assurance" } : { case: "any-session" };
  }
});
