import { orgCheck } from "../../judge/check.ts";
import { mayAs, PERMISSIONS, type ViewerPermission } from "../../evidence/permissions.ts";
import { viewerPermissions } from "../../queries/viewer-permissions.ts";
import messages from "./en.json" with { type: "json" };

/** What the person looking is missing, and which checks that costs. */
export const viewerAccess = orgCheck({
  id: "viewer-access",
  messages,
  cases: {
    complete: "pass",
    lacking: "warn",
    "no-row": "unknown"
  },
  about: "viewer",
  step: "people",
  severity: "advice",
  needs: [viewerPermissions],
  source: {
    title: "Object Reference, UserPermissionAccess",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userpermissionaccess.htm"
  },
  link: { page: "permission-sets" },
  fix: ["ask"],
  judge(facts) {
    const held = facts.rows(viewerPermissions)[0];
    if (!held) return { case: "no-row" };
    const missing = (Object.keys(PERMISSIONS) as ViewerPermission[]).filter((permission) => !mayAs(permission, held));
    if (!missing.length) return { case: "complete" };
    const costs = [...new Set(missing.flatMap((permission) => facts.costs(permission)))];
    const permissions = { texts: missing.map((permission) => `permission.${permission}`) };
    const checks = { texts: costs.map((id) => `${id}.name`) };
    return { case: "lacking", values: { permissions, checks } };
  }
});
