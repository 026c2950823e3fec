import { salesforceHelp } from "../../judge/sources.ts";
import { askAboutSecuritySettings } from "../ask-about-security-settings.ts";
import messages from "./en.json" with { type: "json" };

/** Whether Marketing Cloud lets the API User in from Salesforce's addresses. */
export const mcIpAllowlist = askAboutSecuritySettings({
  id: "mc-ip-allowlist",
  messages,
  source: salesforceHelp("Login IP Allowlist", "mktg.mc_overview_ip_allowlist"),
  answers: { off: "right", included: "right", "not-included": "wrong" },
  look: ["open-security-settings", "find", "ranges", "log"],
  fix: ["open-allowlist", "add"]
});
