import { doubtsOf } from "../calibration/doubts.ts";
import type { Calibration } from "../calibration/known.ts";
import { personCheck, type Outcome } from "../engine/check.ts";
import type { Person } from "../engine/people.ts";
import type { Rows } from "../engine/rows.ts";
import { article } from "../engine/sources.ts";

export const userProfile = personCheck({
  id: "user-profile",
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "advice" },
  needs: ["users", "profiles"],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "choose", "save"],
  judge(user, person, facts): Outcome<"user-profile"> {
    const [profile] = facts.rowsWith("profiles", "Id", user.ProfileId);
    if (!profile) return { state: "unknown", case: "no-profile" };
    const values = { profile: profile.Name };
    if (!isAdmin(profile)) return lacking(person.role, values);
    return isSystemAdministrator(profile.Name, facts.calibration)
      ? { state: "pass", case: "system-administrator", values }
      : { state: "warn", case: "clone", values };
  }
});

const isAdmin = (profile: Rows["profiles"]): boolean =>
  profile.PermissionsModifyAllData &&
  profile.PermissionsViewSetup &&
  profile.PermissionsManageUsers &&
  profile.PermissionsCustomizeApplication;

/** The article asks every impacted user for the profile; official help lets people without it send. So only the system user fails. */
const lacking = (role: Person["role"], values: { profile: string }): Outcome<"user-profile"> =>
  role === "system-user"
    ? { state: "fail", case: "not-admin", values }
    : { state: "warn", case: "not-admin-sender", values };

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
