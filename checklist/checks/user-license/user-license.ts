import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { profiles } from "../../queries/profiles.ts";
import messages from "./en.json" with { type: "json" };

/** LicenseDefinitionKey of the license "Salesforce": a key, where the name is a label. Source: Object Reference, UserLicense. */
const SALESFORCE = "SFDC";

export const userLicense = personCheck({
  id: "user-license",
  messages,
  cases: {
    salesforce: "pass",
    other: "fail",
    "no-profile": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  needs: [profiles],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "choose", "save"],
  judge(user, _person, facts) {
    const [profile] = facts.rowsWith(profiles, "Id", user.ProfileId);
    if (!profile) return { case: "no-profile" };
    const { LicenseDefinitionKey: key, Name: license } = profile.UserLicense;
    return key === SALESFORCE ? { case: "salesforce" } : { case: "other", values: { license } };
  }
});
