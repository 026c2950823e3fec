import { doubtsOf } from "../../calibration/doubts.ts";
import type { Calibration } from "../../calibration/known.ts";
import { personCheck } from "../../judge/check.ts";
import type { RowOf } from "../../evidence/query.ts";
import { article } from "../../judge/sources.ts";
import { profiles } from "../../queries/profiles.ts";
import { users } from "../../queries/users.ts";
import messages from "./en.json" with { type: "json" };

export const userProfile = personCheck({
  id: "user-profile",
  messages,
  cases: {
    "system-administrator": "pass",
    clone: "warn",
    "not-admin": "fail",
    "not-admin-sender": "warn",
    "no-profile": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "advice" },
  needs: [users, profiles],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "choose", "save"],
  judge(user, person, facts) {
    const [profile] = facts.rowsWith(profiles, "Id", user.ProfileId);
    if (!profile) return { case: "no-profile" };
    const values = { profile: profile.Name };
    // The article asks every impacted user for the profile; official help lets people without it send.
    if (!isAdmin(profile)) return { case: person.role === "system-user" ? "not-admin" : "not-admin-sender", values };
    return isSystemAdministrator(profile.Name, facts.calibration)
      ? { case: "system-administrator", values }
      : { case: "clone", values };
  }
});

const isAdmin = (profile: RowOf<typeof profiles>): boolean =>
  profile.PermissionsModifyAllData &&
  profile.PermissionsViewSetup &&
  profile.PermissionsManageUsers &&
  profile.PermissionsCustomizeApplication;

/**
 * Salesforce shows the standard profile's name in the language of the person looking, and only the Tooling API tells its
 * real name. A name that is not known costs a `warn`, never a false pass: admin rights are checked too.
 */
function isSystemAdministrator(profile: string, calibration: Calibration): boolean {
  const doubted = new Set<object>(doubtsOf(calibration).systemAdministrators);
  return calibration.systemAdministrators.some(
    (known) => !doubted.has(known) && known.name.toLowerCase() === profile.toLowerCase()
  );
}
