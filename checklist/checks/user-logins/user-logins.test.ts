import { judge } from "../../judge/judge.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { observed } from "../../testing/observed.ts";
import { IMPACTED_USER, inDays, situation, SYSTEM_USER, type Changes } from "../../testing/situation.ts";
import { outcomeOf } from "../../facts/sign-ins.ts";
import { userLogins } from "./user-logins.ts";

const APP = "Salesforce Marketing Cloud";
let made = 0;
const signIn = (days: number, Status?: string, Application = APP, UserId = SYSTEM_USER) => ({
  Id: `0Ya${String(++made).padStart(12, "0")}AAA`,
  UserId,
  LoginTime: inDays(days),
  Application,
  ...(Status !== undefined && { Status })
});
const history = (...rows: object[]): Changes => ({ rows: { "login-history": rows } });
const others = (count: number) => Array.from({ length: count }, () => signIn(-1, "Success", "Other", IMPACTED_USER));
const NOT_APPROVED = "Failed: Not approved for access";

testCheck(userLogins, [
  ["passes for somebody as whom the app signed in", {}, { system: "pass/signed-in", impacted: "not-applicable/none" }],
  [
    "warns when the newest sign-in was refused",
    history(signIn(-2, "Restricted IP"), signIn(-3, "Success")),
    {
      system: "warn/refused"
    }
  ],
  [
    "warns when every sign-in was refused, in whatever order they come",
    history(signIn(-6, "Success"), signIn(-2, NOT_APPROVED)),
    {
      system: "warn/refused"
    }
  ],
  [
    "warns of a refusal within a day, though the app signed in since",
    history(signIn(-0.5, "Success"), signIn(-1, NOT_APPROVED)),
    {
      system: "warn/refused"
    }
  ],
  [
    "passes when the app has signed in since a refusal of more than a day ago",
    history(signIn(-0.5, "Success"), signIn(-1.01, NOT_APPROVED)),
    {
      system: "pass/again"
    }
  ],
  [
    "warns of a refusal of no known cause",
    history(signIn(-1, "Failed: Invalid Timestamp")),
    { system: "warn/refused" }
  ],
  [
    "ignores what a person mistyped",
    history(signIn(-1, "Invalid Password"), signIn(-2, "Success")),
    {
      system: "pass/signed-in"
    }
  ],
  [
    "does not apply where somebody mistyped, and the app did nothing",
    history(signIn(-1, "Failed: Computer activation required")),
    {
      system: "not-applicable/none"
    }
  ],
  [
    "ignores other apps",
    history(signIn(-1, NOT_APPROVED, "Salesforce Marketing Cloud Mobile"), {
      ...signIn(-2, NOT_APPROVED),
      Application: undefined
    }),
    {
      system: "not-applicable/none"
    }
  ],
  [
    "ignores other people",
    history(signIn(-1, NOT_APPROVED, APP, IMPACTED_USER)),
    {
      system: "not-applicable/none",
      impacted: "warn/refused"
    }
  ],
  [
    "counts a name of the app that was observed",
    {
      ...history(signIn(-1, NOT_APPROVED, "SFMC")),
      calibration: observed({ appNames: [{ name: "SFMC" }] })
    },
    { system: "warn/refused" }
  ],
  [
    "counts the chosen app's own name",
    {
      rows: {
        "connected-apps": [{ Id: "0H4000000000001AAA", Name: "Marketing Cloud EU", LastModifiedDate: inDays(-40) }],
        "login-history": [signIn(-1, NOT_APPROVED, "Marketing Cloud EU")]
      },
      selection: { appId: "0H4000000000001AAA" }
    },
    { system: "warn/refused" }
  ],
  [
    "is unknown for words that are not known",
    history(signIn(-1, "Erfolgreich"), signIn(-2, "Success")),
    {
      system: "unknown/unfamiliar-words"
    }
  ],
  ["is unknown where a sign-in came without a status", history(signIn(-1)), { system: "unknown/unfamiliar-words" }],
  [
    "tells of a refusal first",
    history(signIn(-1, "Erfolgreich"), signIn(-2, NOT_APPROVED)),
    { system: "warn/refused" }
  ],
  [
    "is unknown for somebody who has no row among as many as were asked for",
    history(...others(2000)),
    {
      system: "unknown/cut-off",
      impacted: "unknown/cut-off"
    }
  ],
  [
    "does not apply with one row fewer",
    history(...others(1999)),
    {
      system: "not-applicable/none",
      impacted: "not-applicable/none"
    }
  ],
  [
    "passes on what it saw where the limit was reached",
    history(signIn(-1, "Success"), ...others(1999)),
    {
      system: "pass/signed-in",
      impacted: "unknown/cut-off"
    }
  ],
  [
    "is unknown where nothing is shown to somebody who may not see it",
    { ...history(), lacks: ["PermissionsMonitorLoginHistory", "PermissionsManageUsers"] },
    {
      system: "unknown/hidden"
    }
  ],
  [
    "goes by a person's own sign-ins, which everybody sees",
    {
      ...history(signIn(-1, "Success")),
      lacks: ["PermissionsMonitorLoginHistory", "PermissionsManageUsers"]
    },
    { system: "pass/signed-in", impacted: "unknown/hidden" }
  ],
  ...(["PermissionsMonitorLoginHistory", "PermissionsManageUsers"] as const).map((lacks): Row => [
    `believes that nothing happened where only ${lacks} is missing`,
    { ...history(), lacks: [lacks] },
    { system: "not-applicable/none" }
  ]),
  ["does not apply where there is no app", { rows: { "connected-apps": [] } }, { system: "not-applicable/no-app" }]
]);

test.each([
  ["Success", "signed-in"],
  ["success", "unfamiliar"],
  ["Failed: IP Address Not Allowed", "refused"],
  [" Failed: Invalid Signature Method", "refused"],
  ["Restricted IP", "refused"],
  ["User is frozen", "refused"],
  ["Package for this consumer is not installed in your organization", "refused"],
  ["Installed package for this consumer is out of date", "refused"],
  ["Missing Consumer Key Parameter", "refused"],
  ["Invalid Password", "own-mistake"],
  ["Password Lockout", "own-mistake"],
  ["Failed: Computer activation pending", "own-mistake"],
  ["Invalid login", "own-mistake"],
  ["Not Failed: at all", "unfamiliar"],
  ["", "unfamiliar"]
])("the status %j means: %s", (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome);
});

const find = (changes: Changes) => judge([userLogins], situation(changes)).findings[0];
const names = (...ids: string[]) => ({ texts: ids.map((id) => `${id}.name`) });

test.each<[what: string, changes: Changes, values: object]>([
  [
    "a refusal, how many there were, since when it looked, and which check finds why",
    history(signIn(-3, "Restricted IP"), signIn(-2, NOT_APPROVED), signIn(-5, "Success")),
    {
      status: NOT_APPROVED,
      count: 2,
      date: { date: inDays(-2) },
      since: { date: inDays(-7) },
      checks: names("app-access")
    }
  ],
  [
    "where to look for a refusal of no known cause",
    history(signIn(-1, "Failed: Invalid Timestamp")),
    { checks: names("app-access", "permitted-users", "ip-relaxation") }
  ],
  [
    "when the app last signed in, and until when it was refused, in whatever order they come",
    history(signIn(-3, "Success"), signIn(-2, NOT_APPROVED), signIn(-0.5, "Success"), signIn(-4, "Success")),
    { date: { date: inDays(-0.5) }, until: { date: inDays(-2) }, since: { date: inDays(-7) } }
  ],
  [
    "words that are not known, each once",
    history(signIn(-1, "Ja"), signIn(-2), signIn(-3, "Ja")),
    { words: ["Ja", "–"] }
  ],
  [
    "how far back it saw where the limit was reached",
    history(signIn(-1, "Success"), ...[-2, -3].map((days) => signIn(days, "Success", "Other")), ...others(1997)),
    { since: { date: inDays(-3) } }
  ],
  ["how far back it saw where nothing happened", history(), { since: { date: inDays(-7) } }]
])("it tells %s", (_what, changes, values) => {
  expect(find(changes)?.values).toMatchObject(values);
});

test("a refusal at the very moment of a sign-in, more than a day ago, is over", () => {
  expect(find(history(signIn(-2, NOT_APPROVED), signIn(-2, "Success")))?.case).toBe("again");
});

test("no status at all is unfamiliar", () => {
  expect(outcomeOf()).toBe("unfamiliar");
});
