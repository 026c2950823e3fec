import { orgCheck } from "../../judge/check.ts";
import { salesforceHelp } from "../../judge/sources.ts";
import { SECURITY_SETTINGS_QUESTION } from "../security-settings-question.ts";
import messages from "./en.json" with { type: "json" };

/** Whether Marketing Cloud lets the API User in from Salesforce's addresses. */
export const mcIpAllowlist = orgCheck({
  ...SECURITY_SETTINGS_QUESTION,
  id: "mc-ip-allowlist",
  messages,
  cases: { look: "confirm" },
  source: salesforceHelp("Login IP Allowlist", "mktg.mc_overview_ip_allowlist"),
  answers: { off: "right", included: "right", "not-included": "wrong" },
  look: ["open-security-settings", "find", "ranges", "log"],
  fix: ["open-allowlist", "add"],
  judge: () => ({ case: "look" })
});
