import { SIGN_IN } from "../../facts/basis.ts";
import { orgCheck } from "../../judge/check.ts";
import { API_USER_BASIS, API_USER_QUESTION, askedAbout, ASKS } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserIntegrated = orgCheck({
  ...API_USER_QUESTION,
  id: "api-user-integrated",
  messages,
  cases: ASKS,
  severity: "blocker",
  answers: {
    "with-system-user": "right",
    "with-other-admin": "right",
    "with-wrong-user": "wrong",
    "not-integrated": "wrong"
  },
  look: ["switch-unit", "open-users-in-marketing-cloud", "find-api-user", "status", "settings", "others"],
  fix: ["switch-unit", "open-users-in-marketing-cloud", "find-api-user", "integrate", "username"],
  fixes: {
    "with-wrong-user": ["switch-unit", "open-users-in-marketing-cloud", "find-api-user", "modify", "username"],
    "not-integrated": ["switch-unit", "open-users-in-marketing-cloud", "find-api-user", "click-integrate", "username"]
  },
  // It is mended by connecting again.
  mendAfter: "all-earlier",
  // Integrated means that Marketing Cloud can sign in as the system user.
  restsOn: [...API_USER_BASIS, ...SIGN_IN],
  judge: askedAbout
});
