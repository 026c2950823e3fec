import { orgCheck } from "../engine/check.ts";
import { article } from "../engine/sources.ts";

/** No field in the org records it (docs/sources.md, The package). A common cause of data that people miss. */
export const scopeByUser = orgCheck({
  id: "scope-by-user",
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "problem",
  requires: ["package"],
  needs: [],
  consults: ["package-license"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" },
  fix: ["open", "find", "compare"],
  judge: () => ({ state: "confirm", case: "look", basis: {} })
});
