import type { RowOf } from "../../evidence/query.ts";
import { signInNames } from "../../facts/app.ts";
import { checksFor } from "../../facts/refusals.ts";
import { outcomeOf } from "../../facts/sign-ins.ts";
import { DAY } from "../../facts/time.ts";
import { personCheck } from "../../judge/check.ts";
import { cutOff, hidden } from "../../judge/unreadable.ts";
import { connectedApps } from "../../queries/connected-apps.ts";
import { loginHistory } from "../../queries/login-history.ts";
import messages from "./en.json" with { type: "json" };

/** Where to look when the words of a refusal are of no known cause. */
const USUAL = ["app-access", "permitted-users", "ip-relaxation"];

type SignIn = RowOf<typeof loginHistory>;

const timeOf = ({ LoginTime }: SignIn): number => Date.parse(LoginTime);

/**
 * Whether Salesforce refused the app when it signed in as somebody: the only trace of an app that is blocked, and of IP
 * restrictions that bite.
 */
export const userLogins = personCheck({
  id: "user-logins",
  messages,
  cases: {
    "signed-in": "pass",
    again: "pass",
    refused: "warn",
    none: "not-applicable"
  },
  about: "person",
  step: "results",
  severity: { "system-user": "problem", "impacted-user": "problem" },
  requires: ["app"],
  needs: [loginHistory],
  consults: [connectedApps],
  source: {
    title: "Object Reference",
    section: "Login Event Type: LOGIN_STATUS Values",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm"
  },
  link: () => ({ page: "login-history" }),
  fix: ["open", "find", "repair"],
  judge(user, _person, facts) {
    const { app, calibration, evidence, now } = facts;
    const rows = [...facts.rowsWith(loginHistory, "UserId", user.Id)].sort((a, b) => timeOf(b) - timeOf(a));
    const names = signInNames(app, calibration);
    const ofApp = rows.filter(({ Application }) => Application !== undefined && names.includes(Application));
    const of = (outcome: ReturnType<typeof outcomeOf>): SignIn[] =>
      ofApp.filter(({ Status }) => outcomeOf(Status) === outcome);

    // Beyond the limit nothing was read, so this says how far back it saw.
    const isCutOff = facts.rows(loginHistory).length >= (loginHistory.limit ?? Infinity);
    const oldest = isCutOff ? rows.at(-1)?.LoginTime : undefined;
    const since = { date: oldest ?? new Date(now.getTime() - 7 * DAY).toISOString() };

    const refusals = of("refused");
    const [refused] = refusals;
    const [signedIn] = of("signed-in");
    const unfamiliar = of("unfamiliar");
    if (refused && (!signedIn || timeOf(refused) > timeOf(signedIn) || now.getTime() - timeOf(refused) <= DAY)) {
      const status = refused.Status ?? "";
      const known = checksFor(status);
      const checks = { texts: (known.length ? known : USUAL).map((id) => `${id}.name`) };
      return {
        case: "refused",
        values: { status, count: refusals.length, date: { date: refused.LoginTime }, since, checks }
      };
    }
    if (unfamiliar.length) {
      const words = [...new Set(unfamiliar.map(({ Status }) => Status ?? "–"))];
      return { state: "unknown", case: "unfamiliar-words", values: { words } };
    }
    if (signedIn) {
      const values = { date: { date: signedIn.LoginTime }, since };
      return refused
        ? { case: "again", values: { ...values, until: { date: refused.LoginTime } } }
        : { case: "signed-in", values };
    }
    if (!rows.length && facts.mayHide(loginHistory)) return hidden(loginHistory, evidence);
    return isCutOff ? cutOff(loginHistory, facts.rows(loginHistory).length) : { case: "none", values: { since } };
  }
});
