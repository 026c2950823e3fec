import { ACCESS_QUERIES, accessOf } from "../../facts/access.ts";
import { bestOf } from "../../facts/route.ts";
import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { hidden } from "../../judge/unreadable.ts";
import { appGrants } from "../../queries/app-grants.ts";
import { permissionSetAssignments } from "../../queries/permission-set-assignments.ts";
import messages from "./en.json" with { type: "json" };

/** What the article and Salesforce Help call the permission set, which each admin creates by hand. */
const USUAL_SET = "Marketing Cloud Connected App";

/** Whether a person may use the app, and how sure that is. */
export const appAccess = personCheck({
  id: "app-access",
  messages,
  cases: {
    "through-set": "pass",
    "through-group": "pass",
    "through-profile": "pass",
    "session-based": "warn",
    "group-not-updated": "warn",
    ending: "warn",
    expired: "fail",
    none: "fail"
  },
  about: "person",
  step: "access",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  requires: ["app"],
  needs: ACCESS_QUERIES,
  mendAfter: ["system-user-chosen", "app-permission-set"],
  source: article("Sales Checklist"),
  link: (facts) => {
    const set = facts.rows(appGrants).find(({ Parent }) => !Parent.IsOwnedByProfile);
    return set ? { page: "manage-assignments", id: set.ParentId } : { page: "permission-sets" };
  },
  fix: ["open", "add", "choose", "assign"],
  fixes: {
    ending: ["open-ending", "expiration", "no-expiration"],
    "group-not-updated": ["open-group", "recalculate"]
  },
  judge(user, _person, facts) {
    const { throughProfile, routes } = accessOf(user, facts);
    const [grant] = facts.rows(appGrants).filter(({ Parent }) => !Parent.IsOwnedByProfile);
    const set = grant?.Parent.Label ?? USUAL_SET;
    if (throughProfile) return { case: "through-profile", values: { set } };
    const best = bestOf(routes, facts.now);
    if (best) return { ...best, values: { ...best.values, set } };
    return facts.mayHide(permissionSetAssignments)
      ? hidden(permissionSetAssignments, facts.evidence)
      : { case: "none", values: { set } };
  },
  mend(user, _person, facts, name) {
    // What somebody limited, or Salesforce still calculates, is not to be gone around.
    if (name !== "none" && name !== "expired") return [];
    const sets = facts.rows(appGrants).filter(({ Parent }) => !Parent.IsOwnedByProfile);
    const [grant, ...others] = sets;
    if (!grant) return [];
    if (others.length) return [{ withheld: { key: "change.withheld.several-sets" } }];
    if (grant.Parent.HasActivationRequired) return [{ withheld: { key: "change.withheld.session-based" } }];
    // Salesforce assigns the group, never its own set.
    if (grant.Parent.PermissionSetGroupId !== undefined) return [{ withheld: { key: "change.withheld.group" } }];
    const held = facts.rowsWith(permissionSetAssignments, "AssigneeId", user.Id);
    // Salesforce takes no second assignment of the same set.
    if (held.some(({ PermissionSetId }) => PermissionSetId === grant.ParentId))
      return [{ withheld: { key: "change.withheld.assigned" } }];
    return [
      {
        assign: grant.ParentId,
        to: user.Id,
        values: { set: grant.Parent.Label },
        effects: [{ key: "change.effect.app-access" }]
      }
    ];
  }
});
