import { knowledge } from "../../judge/sources.ts";
import { askAboutSecuritySettings } from "../ask-about-security-settings.ts";
import messages from "./en.json" with { type: "json" };

/** Whether the API User's password expires. The article is on another product's connection, which signs in the same way. */
export const mcPasswordExpiry = askAboutSecuritySettings({
  id: "mc-password-expiry",
  messages,
  source: knowledge("000395010", "Description", "2025-12-04"),
  answers: { selected: "right", "not-selected": "wrong" },
  look: ["open-security-settings", "find"],
  fix: ["open-security-settings", "select"]
});
