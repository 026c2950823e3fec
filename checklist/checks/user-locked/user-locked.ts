import { rowsOf } from "../../evidence/evidence.ts";
import { personCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { organization } from "../../queries/organization.ts";
import { userLogin } from "../../queries/user-login.ts";
import messages from "./en.json" with { type: "json" };

/** Whether people are kept from signing in, though active. That a password lock stops no app is unproven, so it warns. */
export const userLocked = personCheck({
  id: "user-locked",
  messages,
  cases: {
    open: "pass",
    "password-locked": "warn",
    frozen: "fail",
    "frozen-in-sandbox": "fail"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  needs: [userLogin],
  consults: [organization],
  source: {
    title: "Object Reference, UserLogin",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userlogin.htm"
  },
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "unfreeze"],
  fixes: { "password-locked": ["open-user", "unlock"] },
  judge(user, _person, facts) {
    const [login] = facts.rowsWith(userLogin, "UserId", user.Id);
    // Everybody has such a row: where none is shown it is hidden.
    if (!login) return hidden(userLogin, facts.evidence);
    if (login.IsFrozen)
      return { case: rowsOf(facts.evidence, organization)[0]?.IsSandbox ? "frozen-in-sandbox" : "frozen" };
    return { case: login.IsPasswordLocked ? "password-locked" : "open" };
  },
  mend(user, _person, facts, name) {
    const [login] = facts.rowsWith(userLogin, "UserId", user.Id);
    // A password that somebody guesses at is for the admin to look into.
    if (!login || name === "password-locked") return [];
    const why = name === "frozen-in-sandbox" ? "change.effect.sandbox-frozen" : "change.effect.why-frozen";
    return [
      {
        set: "IsFrozen",
        recordId: login.Id,
        of: user.Id,
        effects: [{ key: "change.effect.signs-in" }, { key: why }, { key: "change.effect.left" }]
      }
    ];
  }
});
