import { REQUEST_QUERIES } from "../../facts/marketing-cloud-request.ts";
import { orgCheck } from "../../judge/check.ts";
import { salesforceHelp } from "../../judge/sources.ts";
import { signInShown } from "../../marketing-cloud/judge-user.ts";
import { SECURITY_SETTINGS_QUESTION } from "../security-settings-question.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether the API User's login expires because nobody signs in as that user. When somebody last did stands beside the
 * question and settles nothing: the setting is not in Marketing Cloud's answer.
 */
export const mcLoginInactivity = orgCheck({
  ...SECURITY_SETTINGS_QUESTION,
  id: "mc-login-inactivity",
  messages,
  cases: {
    look: "confirm",
    "never-signed-in": "confirm",
    "signed-in": "confirm",
    "signed-in-lately": "confirm",
    "signed-in-long-ago": "confirm"
  },
  consults: REQUEST_QUERIES,
  source: salesforceHelp(
    "Security Settings and Tools for Marketing Cloud Engagement",
    "mktg.mc_overview_security_settings"
  ),
  answers: { off: "right", "signs-in": "right", on: "wrong" },
  look: ["open-security-settings", "find"],
  fix: ["open-security-settings", "off", "sign-in"],
  judge: ({ marketingCloud }) => (marketingCloud && signInShown(marketingCloud)) ?? { case: "look" }
});
