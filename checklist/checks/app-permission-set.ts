import { orgCheck } from "../engine/check.ts";
import { hidden } from "../engine/unreadable.ts";
import { article } from "../engine/sources.ts";

/** Which permission sets open the app. The admin makes that set and may call it anything, so it is found by what it opens. */
export const appPermissionSet = orgCheck({
  id: "app-permission-set",
  about: "app",
  step: "access",
  severity: "blocker",
  requires: ["app"],
  needs: ["connected-apps", "app-access"],
  consults: ["viewer-permissions"],
  source: article("Sales Checklist"),
  link: { page: "manage-connected-apps" },
  fix: ["create", "open-app", "manage", "save"],
  judge(facts) {
    const grants = facts.rows("app-access");
    const sets = grants.filter(({ Parent }) => !Parent.IsOwnedByProfile).map(({ Parent }) => Parent.Label);
    if (sets.length) return { state: "pass", case: "attached", values: { sets } };
    if (facts.mayHide("app-access")) return hidden("app-access", facts.evidence);
    return grants.length ? { state: "warn", case: "profiles-only" } : { state: "fail", case: "nothing-attached" };
  }
});
