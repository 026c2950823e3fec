import { orgCheck } from "../engine/check.ts";
import { apiUserBasis, apiUserOf } from "../engine/marketing-cloud.ts";
import { article } from "../engine/sources.ts";

/** Lives in Marketing Cloud, where this org cannot look: a person does. */
export const apiUserIntegrated = orgCheck({
  id: "api-user-integrated",
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "blocker",
  requires: ["package"],
  needs: [],
  consults: ["package-license", "connector-configuration"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" },
  fix: ["open-users-in-marketing-cloud", "find-api-user", "status", "settings"],
  judge(facts) {
    const apiUser = apiUserOf(facts);
    const basis = apiUserBasis(facts);
    return apiUser === undefined
      ? { state: "confirm", case: "look", basis }
      : { state: "confirm", case: "look-at", values: { apiUser }, basis };
  }
});
