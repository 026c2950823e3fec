import { personCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { article } from "../../judge/sources.ts";
import { isPast, isSoon } from "../../judge/time.ts";
import { appGrants } from "../../queries/app-grants.ts";
import { connectedApps } from "../../queries/connected-apps.ts";
import { permissionSetAssignments } from "../../queries/permission-set-assignments.ts";
import { permissionSetGroups } from "../../queries/permission-set-groups.ts";
import { users } from "../../queries/users.ts";
import { viewerPermissions } from "../../queries/viewer-permissions.ts";
import messages from "./en.json" with { type: "json" };

interface Route {
  readonly by: "set" | "group";
  readonly name: string;
  readonly ends: string | undefined;
}

/**
 * Whether a person may use the app: through their profile, a permission set, or a group that contains one. Both the
 * group's own aggregate set and its components are followed: which of them carries the access is not established
 * (docs/sources.md, Access).
 */
export const appAccess = personCheck({
  id: "app-access",
  messages,
  cases: {
    "through-set": "pass",
    "through-group": "pass",
    "through-profile": "pass",
    ending: "warn",
    expired: "fail",
    none: "fail"
  },
  about: "person",
  step: "access",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  requires: ["app"],
  needs: [connectedApps, appGrants, users, permissionSetGroups, permissionSetAssignments],
  consults: [viewerPermissions],
  source: article("Sales Checklist"),
  link: (facts) => {
    const set = facts.rows(appGrants).find(({ Parent }) => !Parent.IsOwnedByProfile);
    return set ? { page: "manage-assignments", id: set.ParentId } : { page: "permission-sets" };
  },
  fix: ["open", "add", "choose", "assign"],
  judge(user, _person, facts) {
    const grants = facts.rows(appGrants);
    if (grants.some(({ Parent }) => Parent.IsOwnedByProfile && Parent.ProfileId === user.ProfileId))
      return { case: "through-profile" };

    const sets = new Map(grants.map(({ ParentId, Parent }) => [ParentId, Parent.Label]));
    const groups = new Map(
      facts.rows(permissionSetGroups).map((row) => [row.PermissionSetGroupId, row.PermissionSetGroup.MasterLabel])
    );
    const routes = facts
      .rowsWith(permissionSetAssignments, "AssigneeId", user.Id)
      .filter((row) => row.IsActive)
      .flatMap((row): Route[] => {
        const group = row.PermissionSetGroupId === undefined ? undefined : groups.get(row.PermissionSetGroupId);
        if (group !== undefined) return [{ by: "group", name: group, ends: row.ExpirationDate }];
        const set = row.PermissionSetId === undefined ? undefined : sets.get(row.PermissionSetId);
        return set === undefined ? [] : [{ by: "set", name: set, ends: row.ExpirationDate }];
      });

    const open = routes.filter(({ ends }) => ends === undefined || !isPast(ends, facts.now));
    const lasting = open.find(({ ends }) => ends === undefined || !isSoon(ends, facts.now));
    if (lasting)
      return {
        case: lasting.by === "set" ? "through-set" : "through-group",
        values: { name: lasting.name }
      };
    const [longest] = [...open].sort((a, b) => (b.ends ?? "").localeCompare(a.ends ?? ""));
    if (longest) return { case: "ending", values: { name: longest.name, date: { date: longest.ends ?? "" } } };
    const [expired] = routes;
    if (expired) return { case: "expired", values: { name: expired.name, date: { date: expired.ends ?? "" } } };
    return [appGrants, permissionSetAssignments].some((query) => facts.mayHide(query))
      ? hidden(permissionSetAssignments, facts.evidence)
      : { case: "none" };
  }
});
