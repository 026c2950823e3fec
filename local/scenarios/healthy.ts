import { readFileSync } from "node:fs";

export const TITLE = "Healthy";

const ABOUT = "Everything holds, and somebody has confirmed what only a person can see.";

/** What is asked of a person in this org, and what they saw. */
export const CONFIRMED: Readonly<Record<string, string>> = {
  "ip-relaxation": "relax",
  "refresh-token-policy": "immediately-expire",
  "api-user-flag": "selected",
  "api-user-roles": "both",
  "api-user-business-units": "all",
  "api-user-integrated": "with-system-user",
  "scope-by-user": "off",
  "mc-password-expiry": "selected",
  "mc-login-inactivity": "off",
  "mc-ip-allowlist": "off",
  "marketing-cloud-tab": "settings"
};

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
    confirmed: Object.entries(CONFIRMED).map(([check, answer]) => ({ check, holds: true, answer }))
  };
  return { ...toConfirm, title: TITLE, about: ABOUT, visits: [visit] };
}
