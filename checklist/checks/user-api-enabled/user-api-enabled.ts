import { bestOf, routeBy } from "../../facts/route.ts";
import { personCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { apiEnabledSets } from "../../queries/api-enabled-sets.ts";
import { profiles } from "../../queries/profiles.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether people may use the API at all. That it takes API Enabled is documented; that Marketing Cloud makes requests in
 * the name of the others too is not proven, so for them it is a warning.
 */
export const userApiEnabled = personCheck({
  id: "user-api-enabled",
  messages,
  cases: {
    "through-profile": "pass",
    "through-set": "pass",
    "through-group": "pass",
    ending: "warn",
    "session-based": "warn",
    "group-not-updated": "warn",
    none: "fail",
    "none-sender": "warn",
    "no-profile": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  needs: [profiles, apiEnabledSets],
  source: {
    title: "REST API Developer Guide",
    section: "API User Permissions",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_compatible_editions.htm"
  },
  link: () => ({ page: "permission-sets" }),
  fix: ["create", "allow", "assign"],
  judge(user, { role }, facts) {
    const [profile] = facts.rowsWith(profiles, "Id", user.ProfileId);
    if (profile?.PermissionsApiEnabled) return { case: "through-profile", values: { profile: profile.Name } };
    const routes = facts
      .rowsWith(apiEnabledSets, "AssigneeId", user.Id)
      .flatMap((row) => routeBy(row, row.PermissionSetGroup ?? row.PermissionSet));
    const best = bestOf(routes, facts.now);
    if (best && best.case !== "expired") return { case: best.case, values: best.values };
    if (!profile) return { case: "no-profile" };
    if (facts.mayHide(apiEnabledSets)) return hidden(apiEnabledSets, facts.evidence);
    return { case: role === "system-user" ? "none" : "none-sender", values: { profile: profile.Name } };
  }
});
