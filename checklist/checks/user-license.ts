import { personCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

/** LicenseDefinitionKey of the licence "Salesforce": a key, where the name is a label. Source: Object Reference, UserLicense. */
const SALESFORCE = "SFDC";

export const userLicense = personCheck({
  id: "user-license",
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  needs: ["users", "profiles"],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "choose", "save"],
  judge(user, _person, facts) {
    const [profile] = facts.rowsWith("profiles", "Id", user.ProfileId);
    if (!profile) return { state: "unknown", case: "no-profile" };
    const { LicenseDefinitionKey: key, Name: license } = profile.UserLicense;
    return key === SALESFORCE
      ? { state: "pass", case: "salesforce" }
      : { state: "fail", case: "other", values: { license } };
  }
});
