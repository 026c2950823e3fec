import { orgCheck } from "../engine/check.ts";
import { apiUserBasis } from "../engine/marketing-cloud.ts";
import { article } from "../engine/sources.ts";

/** Which business units this org uses is known here; whether the API user may enter them only Marketing Cloud tells. */
export const apiUserBusinessUnits = orgCheck({
  id: "api-user-business-units",
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "problem",
  requires: ["package"],
  needs: [],
  consults: ["package-license", "connector-configuration", "business-units"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" },
  fix: ["open-users-in-marketing-cloud", "find", "manage", "default"],
  judge(facts) {
    const units = facts.rows("business-units").map((row) => {
      const [name, mid] = [row.et4ae5__Business_Unit_Name__c, row.et4ae5__Business_Unit_ID__c];
      return name !== undefined && mid !== undefined ? `${name} (${mid})` : (name ?? mid ?? row.Id);
    });
    const basis = { ...apiUserBasis(facts), "business-units": [...units].sort().join("/") };
    return units.length
      ? { state: "confirm", case: "look-at", values: { units }, basis }
      : { state: "confirm", case: "look", basis };
  }
});
