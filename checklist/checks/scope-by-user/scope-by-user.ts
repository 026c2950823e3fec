import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import messages from "./en.json" with { type: "json" };

/** No field in the org records it (docs/sources.md, The package). A common cause of data that people miss. */
export const scopeByUser = orgCheck({
  id: "scope-by-user",
  messages,
  cases: {
    look: "confirm"
  },
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "problem",
  requires: ["package"],
  restsOn: ["configuration"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" },
  answers: { on: "right", off: "right", "should-be-off": "wrong", "should-be-on": "wrong" },
  look: ["open", "find", "compare"],
  fix: ["agree", "open", "change"],
  fixes: { "should-be-off": ["agree", "open", "turn-off"], "should-be-on": ["agree", "open", "turn-on"] },
  judge: () => ({ case: "look" })
});
