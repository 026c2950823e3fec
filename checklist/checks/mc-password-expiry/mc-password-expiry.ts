import { REQUEST_QUERIES } from "../../facts/marketing-cloud-request.ts";
import { orgCheck } from "../../judge/check.ts";
import { knowledge } from "../../judge/sources.ts";
import { passwordShown } from "../../marketing-cloud/judge-user.ts";
import { SECURITY_SETTINGS_QUESTION } from "../security-settings-question.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether the API User's password expires. The article is on another product's connection, which signs in the same way. That
 * the password must be changed stands beside the question; `api-user-flag` fails for it.
 */
export const mcPasswordExpiry = orgCheck({
  ...SECURITY_SETTINGS_QUESTION,
  id: "mc-password-expiry",
  messages,
  cases: { look: "confirm", "must-change": "confirm" },
  consults: REQUEST_QUERIES,
  source: knowledge("000395010", "Description", "2025-12-04"),
  answers: { selected: "right", "not-selected": "wrong" },
  look: ["open-security-settings", "find"],
  fix: ["open-security-settings", "select"],
  judge: ({ marketingCloud }) => (marketingCloud && passwordShown(marketingCloud)) ?? { case: "look" }
});
