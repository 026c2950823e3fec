import { askAboutApiUser } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserRoles = askAboutApiUser({
  id: "api-user-roles",
  messages,
  severity: "problem",
  fix: ["open", "administrator", "marketing-cloud-administrator"]
});
