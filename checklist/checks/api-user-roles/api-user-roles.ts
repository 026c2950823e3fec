import { orgCheck } from "../../judge/check.ts";
import { rolesShown } from "../../marketing-cloud/judge-user.ts";
import { API_USER_BASIS, API_USER_QUESTION, askedAbout, ASKS } from "../ask-about-api-user.ts";
import messages from "./en.json" with { type: "json" };

export const apiUserRoles = orgCheck({
  ...API_USER_QUESTION,
  id: "api-user-roles",
  messages,
  cases: {
    ...ASKS,
    "has-roles": "pass",
    "no-such-user": "fail",
    "lacks-roles": "fail"
  },
  severity: "problem",
  restsOn: API_USER_BASIS,
  answers: {
    both: "right",
    "only-administrator": "wrong",
    "only-marketing-cloud-administrator": "wrong",
    neither: "wrong"
  },
  look: ["open", "administrator", "marketing-cloud-administrator"],
  fix: ["open-users-in-marketing-cloud", "select", "edit-roles"],
  fixes: {
    "only-administrator": ["open-users-in-marketing-cloud", "select", "add-marketing-cloud-administrator"],
    "only-marketing-cloud-administrator": ["open-users-in-marketing-cloud", "select", "add-administrator"]
  },
  judge: askedAbout,
  hear: rolesShown
});
