import { orgCheck } from "../../judge/check.ts";
import { apiUserShown } from "../../marketing-cloud/judge-user.ts";
import { API_USER_BASIS, API_USER_QUESTION, askedAbout, ASKS } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserFlag = orgCheck({
  ...API_USER_QUESTION,
  id: "api-user-flag",
  messages,
  cases: {
    ...ASKS,
    "is-api-user": "pass",
    "no-such-user": "fail",
    "not-api-user": "fail",
    inactive: "fail",
    "is-locked": "fail",
    "must-change-password": "fail"
  },
  severity: "blocker",
  restsOn: API_USER_BASIS,
  answers: { selected: "right", "not-selected": "wrong" },
  look: ["open-users-in-marketing-cloud", "find-api-user", "flag"],
  fix: ["open-users-in-marketing-cloud", "find-api-user", "select"],
  fixes: {
    "no-such-user": ["open-users-in-marketing-cloud", "find-other", "reconnect"],
    inactive: ["open-users-in-marketing-cloud", "find-api-user", "enable"],
    "is-locked": ["open-users-in-marketing-cloud", "find-api-user", "unlock"],
    "must-change-password": ["open-users-in-marketing-cloud", "find-api-user", "password"]
  },
  judge: askedAbout,
  hear: apiUserShown
});
