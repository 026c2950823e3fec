import { askAboutApiUser } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserFlag = askAboutApiUser({
  id: "api-user-flag",
  messages,
  severity: "blocker",
  fix: ["open-users-in-marketing-cloud", "find-api-user", "flag"]
});
