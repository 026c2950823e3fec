import { personCheck } from "../engine/check.ts";
import { hidden } from "../engine/unreadable.ts";
import { article } from "../engine/sources.ts";
import { isPast, isSoon } from "../engine/time.ts";

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
  about: "person",
  step: "access",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  requires: ["app"],
  needs: ["connected-apps", "app-access", "users", "permission-set-groups", "permission-set-assignments"],
  consults: ["viewer-permissions"],
  source: article("Sales Checklist"),
  link: (facts) => {
    const set = facts.rows("app-access").find(({ Parent }) => !Parent.IsOwnedByProfile);
    return set ? { page: "manage-assignments", id: set.ParentId } : { page: "permission-sets" };
  },
  fix: ["open", "add", "choose", "assign"],
  judge(user, _person, facts) {
    const grants = facts.rows("app-access");
    if (grants.some(({ Parent }) => Parent.IsOwnedByProfile && Parent.ProfileId === user.ProfileId))
      return { state: "pass", case: "through-profile" };

    const sets = new Map(grants.map(({ ParentId, Parent }) => [ParentId, Parent.Label]));
    const groups = new Map(
      facts.rows("permission-set-groups").map((row) => [row.PermissionSetGroupId, row.PermissionSetGroup.MasterLabel])
    );
    const routes = facts
      .rowsWith("permission-set-assignments", "AssigneeId", user.Id)
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
        state: "pass",
        case: lasting.by === "set" ? "through-set" : "through-group",
        values: { name: lasting.name }
      };
    const [longest] = [...open].sort((a, b) => (b.ends ?? "").localeCompare(a.ends ?? ""));
    if (longest)
      return { state: "warn", case: "ending", values: { name: longest.name, date: { date: longest.ends ?? "" } } };
    const [expired] = routes;
    if (expired)
      return { state: "fail", case: "expired", values: { name: expired.name, date: { date: expired.ends ?? "" } } };
    return ["app-access", "permission-set-assignments"].some((name) => facts.mayHide(name as "app-access"))
      ? hidden("permission-set-assignments", facts.evidence)
      : { state: "fail", case: "none" };
  }
});
