import { doubtsOf } from "../../calibration/doubts.ts";
import type { Calibration } from "../../calibration/known.ts";
import { personCheck } from "../../judge/check.ts";
import type { RowOf } from "../../evidence/query.ts";
import { article } from "../../judge/sources.ts";
import { profiles } from "../../queries/profiles.ts";
import { viewer } from "../../queries/viewer.ts";
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
  needs: [profiles],
  consults: [viewer],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "choose", "save"],
  judge(user, person, facts) {
    const [profile] = facts.rowsWith(profiles, "Id", user.ProfileId);
    if (!profile) return { case: "no-profile" };
    const values = { profile: profile.Name };
    const language = facts.rows(viewer)[0]?.LanguageLocaleKey;
    // The article asks every impacted user for the profile; official help lets people without it send.
    if (!isAdmin(profile)) return { case: person.role === "system-user" ? "not-admin" : "not-admin-sender", values };
    return isSystemAdministrator(profile.Name, language, facts.calibration)
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
 * real name. So a name counts in that language only: anybody may call a profile of their own by the name of another. A
 * name that is not known costs a `warn`, never a false pass: admin rights are checked too.
 */
function isSystemAdministrator(profile: string, language: string | undefined, calibration: Calibration): boolean {
  const doubted = new Set<object>(doubtsOf(calibration).systemAdministrators);
  return calibration.systemAdministrators.some(
    (known) =>
      !doubted.has(known) &&
      isSameLanguage(known.language, language) &&
      known.name.toLowerCase() === profile.toLowerCase()
  );
}

/** Languages whose regions say it in words of their own. */
const REGIONAL: readonly string[] = ["pt", "zh"];

/** @returns whether texts in one of these are texts in the other: `en_US` and `en_GB`, but not `pt_BR` and `pt_PT` */
function isSameLanguage(one: string, other: string | undefined): boolean {
  const [language] = one.split("_");
  return one === other || (language === other?.split("_")[0] && !REGIONAL.some((regional) => regional === language));
}
