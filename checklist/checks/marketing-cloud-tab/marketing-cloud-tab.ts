import { SIGN_IN } from "../../facts/basis.ts";
import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import messages from "./en.json" with { type: "json" };

/** The proof of the whole: signed in as the system user, the tab opens the settings. Which page opens, a person sees. */
export const marketingCloudTab = orgCheck({
  id: "marketing-cloud-tab",
  messages,
  cases: {
    look: "confirm"
  },
  about: "marketing-cloud",
  step: "reconnect",
  severity: "blocker",
  requires: ["package"],
  restsOn: ["api-user", "configuration", "system-user", ...SIGN_IN],
  // Connecting while something is wrong fails again, and stops sends (docs/sources.md, Knowledge 005228128).
  mendAfter: "all-earlier",
  lookAfter: "all-earlier",
  source: article("Other Considerations"),
  link: null,
  answers: { settings: "right", send: "wrong", connect: "wrong", other: "wrong" },
  look: ["factor", "private-window", "sign-in", "open"],
  fix: ["factor", "private-window", "sign-in", "open-again", "send-page", "connect", "api-user", "tab-again", "resume"],
  fixes: {
    send: ["factor", "private-window", "sign-in", "open-again", "send-page", "tab-again", "resume"],
    connect: ["factor", "private-window", "sign-in", "open-again", "connect", "api-user", "tab-again", "resume"],
    other: ["others-first", "private-window", "sign-in", "open-again"]
  },
  judge: () => ({ case: "look" })
});
