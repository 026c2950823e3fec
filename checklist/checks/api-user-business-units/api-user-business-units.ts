import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { businessUnits } from "../../queries/business-units.ts";
import { packageLicense } from "../../queries/package-license.ts";
import messages from "./en.json" with { type: "json" };

/** Which business units this org uses is known here; whether the API user may enter them only Marketing Cloud tells. */
export const apiUserBusinessUnits = orgCheck({
  id: "api-user-business-units",
  messages,
  cases: {
    look: "confirm",
    "look-at": "confirm"
  },
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "problem",
  requires: ["package"],
  needs: [],
  consults: [packageLicense, businessUnits],
  restsOn: ["api-user", "configuration", "system-user", "business-units"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" },
  fix: ["open-users-in-marketing-cloud", "find", "manage", "default"],
  judge(facts) {
    const units = facts.rows(businessUnits).map((row) => {
      const [name, mid] = [row.et4ae5__Business_Unit_Name__c, row.et4ae5__Business_Unit_ID__c];
      return name !== undefined && mid !== undefined ? `${name} (${mid})` : (name ?? mid ?? row.Id);
    });
    return units.length ? { case: "look-at", values: { units } } : { case: "look" };
  }
});
