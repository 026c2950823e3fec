import { orgCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { article } from "../../judge/sources.ts";
import { appGrants } from "../../queries/app-grants.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/** Which permission sets open the app. The admin makes that set and may call it anything, so it is found by what it opens. */
export const appPermissionSet = orgCheck({
  id: "app-permission-set",
  messages,
  cases: {
    attached: "pass",
    "profiles-only": "warn",
    "nothing-attached": "fail"
  },
  about: "app",
  step: "access",
  severity: "blocker",
  requires: ["app"],
  needs: [appGrants],
  mendAfter: ["app-installed"],
  source: article("Sales Checklist"),
  link: appPage,
  fix: ["create", "open-app", "manage", "save"],
  judge(facts) {
    const grants = facts.rows(appGrants);
    const sets = grants.filter(({ Parent }) => !Parent.IsOwnedByProfile).map(({ Parent }) => Parent.Label);
    if (sets.length) return { case: "attached", values: { sets } };
    if (facts.mayHide(appGrants)) return hidden(appGrants, facts.evidence);
    return grants.length ? { case: "profiles-only" } : { case: "nothing-attached" };
  }
});
