import { orgCheck } from "../engine/check.ts";
import type { ViewerPermission } from "../engine/rows.ts";
import type { MessageKey } from "../engine/text.ts";

const PERMISSIONS: readonly ViewerPermission[] = ["PermissionsViewSetup", "PermissionsCustomizeApplication"];

/** What the person looking is missing, and which checks that costs. */
export const viewerAccess = orgCheck({
  id: "viewer-access",
  about: "viewer",
  step: "people",
  severity: "advice",
  needs: ["viewer-permissions"],
  source: {
    title: "Object Reference, UserPermissionAccess",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userpermissionaccess.htm"
  },
  link: { page: "permission-sets" },
  fix: ["ask"],
  judge(facts) {
    const held = facts.rows("viewer-permissions")[0];
    if (!held) return { state: "unknown", case: "no-row" };
    const missing = PERMISSIONS.filter((permission) => !held[permission]);
    if (!missing.length) return { state: "pass", case: "complete" };
    const costs = [...new Set(missing.flatMap((permission) => facts.costs(permission)))];
    const permissions = { texts: missing.map((permission) => `permission.${permission}` as const) };
    const checks = { texts: costs.map((id) => `${id}.name` as MessageKey) };
    return { state: "warn", case: "lacking", values: { permissions, checks } };
  }
});
