import { salesforceHelp } from "../../judge/sources.ts";
import { askAboutSecuritySettings } from "../ask-about-security-settings.ts";
import messages from "./en.json" with { type: "json" };

/** Whether the API User's login expires because nobody signs in as that user. */
export const mcLoginInactivity = askAboutSecuritySettings({
  id: "mc-login-inactivity",
  messages,
  source: salesforceHelp(
    "Security Settings and Tools for Marketing Cloud Engagement",
    "mktg.mc_overview_security_settings"
  ),
  answers: { off: "right", "signs-in": "right", on: "wrong" },
  look: ["open-security-settings", "find"],
  fix: ["open-security-settings", "off", "sign-in"]
});
