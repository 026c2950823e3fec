import { readFileSync } from "node:fs";

export const TITLE = "Healthy";

const ABOUT = "Everything holds, and somebody has confirmed what only a person can see.";

/** What is asked of a person in this org. */
const CONFIRMED = [
  "ip-relaxation",
  "refresh-token-policy",
  "api-user-flag",
  "api-user-roles",
  "api-user-business-units",
  "api-user-integrated",
  "scope-by-user",
  "mc-password-expiry",
  "mc-login-inactivity",
  "mc-ip-allowlist",
  "marketing-cloud-tab"
];

/** @returns the scenario in which only the confirmations are missing, after a visit that gave them */
export function healthyScenario(): unknown {
  const file = new URL("./healthy-to-confirm.json", import.meta.url);
  const toConfirm = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const visit = {
    at: "now-3h",
    by: "005000000000001",
    systemUser: "005000000000002",
    impactedUsers: ["005000000000004"],
    milliseconds: 1730,
    confirmed: CONFIRMED.map((check) => ({ check, holds: true }))
  };
  return { ...toConfirm, title: TITLE, about: ABOUT, visits: [visit] };
}
