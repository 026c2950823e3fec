import { personCheck, type Outcome } from "../engine/check.ts";
import type { Person } from "../engine/people.ts";
import type { Rows } from "../engine/rows.ts";
import { article } from "../engine/sources.ts";

/**
 * Names of the standard profile "System Administrator": Salesforce shows it in the language of the person looking, and
 * only the Tooling API tells its real name. The English name is documented; the others are from general knowledge and
 * no org has proved them. A name missing here costs a `warn`, never a false pass: admin rights are checked too.
 */
const SYSTEM_ADMINISTRATOR = [
  "System Administrator",
  "Systemadministrator",
  "Systemadministratör",
  "Administrateur système",
  "Administrador del sistema",
  "Administrador do sistema",
  "Amministratore del sistema",
  "Amministratore di sistema",
  "Systeembeheerder",
  "Järjestelmänvalvoja",
  "Системный администратор",
  "システム管理者",
  "시스템 관리자",
  "系统管理员",
  "系統管理員",
  "ผู้ดูแลระบบ"
].map((name) => name.toLowerCase());

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
    return SYSTEM_ADMINISTRATOR.includes(profile.Name.toLowerCase())
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
