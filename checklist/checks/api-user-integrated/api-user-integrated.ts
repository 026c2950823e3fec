import { SIGN_IN } from "../../facts/basis.ts";
import { askAboutApiUser } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserIntegrated = askAboutApiUser({
  id: "api-user-integrated",
  messages,
  severity: "blocker",
  fix: ["open-users-in-marketing-cloud", "find-api-user", "status", "settings"],
  // Integrated means that Marketing Cloud can sign in as the system user.
  restsOn: SIGN_IN
});
