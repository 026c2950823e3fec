import { orgCheck } from "../engine/check.ts";
import { apiUserBasis } from "../engine/marketing-cloud.ts";
import { article } from "../engine/sources.ts";

/** The proof of the whole: signed in as the system user, the tab opens the settings. Which page opens, a person sees. */
export const marketingCloudTab = orgCheck({
  id: "marketing-cloud-tab",
  about: "marketing-cloud",
  step: "reconnect",
  severity: "blocker",
  requires: ["package"],
  needs: [],
  consults: ["package-license", "connector-configuration"],
  source: article("Other Considerations"),
  link: null,
  fix: ["private-window", "sign-in", "open"],
  judge: (facts) => ({ state: "confirm", case: "look", basis: apiUserBasis(facts) })
});
