import { parse } from "acorn";
import { HEALTHY_ACCOUNT, page, ROW, runScript, unitRow, type ScriptedAccount } from "../testing/marketing-cloud.ts";
import { readAnswer } from "./read-answer.ts";
import type { MarketingCloudRequest } from "./request.ts";
import { scriptFor } from "./script.ts";

const NOW = new Date("2026-11-27T10:00:00Z");
const REQUEST: MarketingCloudRequest = { orgId: "00D000000000001AAA", user: "mc-api-user", account: "100" };

const answered = (account: ScriptedAccount, request = REQUEST) =>
  readAnswer(runScript(request, account, NOW).written, request, NOW);

test("reads, and nothing else", () => {
  expect(runScript(REQUEST, HEALTHY_ACCOUNT, NOW).calls).toEqual([
    "Load",
    "retrieve BusinessUnit",
    "retrieve AccountUser",
    "retrieve AccountUserAccount"
  ]);
});

test.each([
  "mc-api-user",
  'quo"ted',
  "</script>",
  "line\nbreak",
  "back\\slash",
  "ü\u2028\u202e",
  "%%=v(@x)=%%",
  "0012345"
])("is ECMAScript 3 for a user named %j, and asks for exactly that name", (user) => {
  const script = scriptFor({ ...REQUEST, user }, NOW);
  const code = script.slice(script.indexOf("\n"), script.lastIndexOf("</script>"));
  expect(code).not.toMatch(/<\/script|%%/);
  expect(() => parse(code, { ecmaVersion: 3 })).not.toThrow();
  const account = { ...HEALTHY_ACCOUNT, AccountUser: [page({ ...ROW, UserID: user })] };
  expect(answered(account, { ...REQUEST, user })).toMatchObject({ answer: { user: { userId: user } } });
});

test("tells what Marketing Cloud says", () => {
  expect(answered(HEALTHY_ACCOUNT)).toEqual({
    answer: {
      asked: "mc-api-user",
      account: "100",
      enterprise: "100",
      at: NOW.toISOString(),
      user: {
        userId: "mc-api-user",
        active: true,
        apiUser: true,
        locked: false,
        mustChangePassword: false,
        lastSignIn: "2026-11-20T08:00:00.000",
        defaultBusinessUnit: "100",
        roles: ["SYS_DEF_ADMIN", "SYS_DEF_IMHADMIN"],
        businessUnits: ["100", "200"]
      }
    }
  });
});

const row = (changes: object): ScriptedAccount => ({ ...HEALTHY_ACCOUNT, AccountUser: [page({ ...ROW, ...changes })] });
const without = (key: keyof typeof ROW): ScriptedAccount => {
  const { [key]: _, ...rest } = ROW;
  return { ...HEALTHY_ACCOUNT, AccountUser: [page(rest)] };
};
const units = (...pages: NonNullable<ScriptedAccount["AccountUserAccount"]>): ScriptedAccount => ({
  ...HEALTHY_ACCOUNT,
  AccountUserAccount: pages
});

test.each<[string, ScriptedAccount, object | null]>([
  ["one role comes as an object", row({ Roles: { Role: { CustomerKey: "A" } } }), { roles: ["A"] }],
  [
    "roles come inside Role",
    row({ Roles: { Role: [{ CustomerKey: "A" }, { CustomerKey: "B" }] } }),
    { roles: ["A", "B"] }
  ],
  ["roles are absent, as above 2,500 users", without("Roles"), { roles: null }],
  ["a role has no key", row({ Roles: [{ CustomerKey: "A" }, { Name: "B" }] }), { roles: null }],
  ["there are no roles", row({ Roles: [] }), { roles: [] }],
  ["flags come as texts", row({ IsAPIUser: "True", IsLocked: "False" }), { apiUser: true, locked: false }],
  ["a flag is absent", without("IsAPIUser"), { apiUser: null }],
  ["a flag is a number", row({ IsAPIUser: 1 }), { apiUser: null }],
  ["they never signed in", row({ LastSuccessfulLogin: null }), { lastSignIn: null }],
  ["the default business unit is absent", without("DefaultBusinessUnit"), { defaultBusinessUnit: null }],
  ["their own number is absent", without("AccountUserID"), { businessUnits: null }],
  ["rows of others come along", units(page(unitRow(100), unitRow(300, 1))), { businessUnits: ["100"] }],
  ["one business unit comes as an object", units({ Status: "OK", Results: unitRow(100) }), { businessUnits: ["100"] }],
  [
    "business units come in two pages",
    units(
      { ...page(unitRow(100)), Status: "MoreDataAvailable", HasMoreRows: true, RequestID: "r" },
      page(unitRow(200))
    ),
    { businessUnits: ["100", "200"] }
  ],
  [
    "the second page fails",
    units({ ...page(unitRow(100)), HasMoreRows: true, RequestID: "r" }, { Status: "Error: gone" }),
    { businessUnits: null }
  ],
  [
    "pages never end",
    units(...Array.from({ length: 60 }, () => ({ ...page(unitRow(100)), HasMoreRows: true }))),
    { businessUnits: null }
  ],
  ["business units can't be read", units({ Status: "Error: unknown object" }), { businessUnits: null }],
  ["business units throw", units(new Error("denied")), { businessUnits: null }],
  [
    "a business unit has no MID",
    units(page({ AccountUser: { AccountUserID: ROW.AccountUserID } })),
    { businessUnits: null }
  ],
  ["there is none of that name", { ...HEALTHY_ACCOUNT, AccountUser: [page()] }, null],
  ["an empty answer has no Results", { ...HEALTHY_ACCOUNT, AccountUser: [{ Status: "OK" }] }, null],
  ["another user is returned", row({ UserID: "mc-api-user-2" }), null],
  ["it is written in other capitals", row({ UserID: "MC-API-User" }), { userId: "MC-API-User" }]
])("where %s", (_where, account, expected) => {
  const read = answered(account);
  expect(read).toMatchObject({ answer: { user: expected } });
});

test.each<[string, ScriptedAccount]>([
  ["the object is unknown", { ...HEALTHY_ACCOUNT, AccountUser: [{ Status: "Error: unknown" }] }],
  ["it throws", { ...HEALTHY_ACCOUNT, AccountUser: [new Error("denied")] }],
  ["nothing is answered", { ...HEALTHY_ACCOUNT, AccountUser: [] }],
  ["two users have the name", { ...HEALTHY_ACCOUNT, AccountUser: [page(ROW, { ...ROW, AccountUserID: 2 })] }]
])("says that it failed where %s", (_where, account) => {
  expect(answered(account)).toEqual({ refused: "failed" });
});

const top = { ID: 100, ParentID: 0 };
test.each<[string, ScriptedAccount, string]>([
  ["no account is told", { ...HEALTHY_ACCOUNT, member: null, BusinessUnit: [new Error("denied")] }, "changed"],
  [
    "it ran in another account",
    { ...HEALTHY_ACCOUNT, member: 900, BusinessUnit: [page({ ID: 900, ParentID: 0 })] },
    "other-account"
  ],
  [
    "it ran in a business unit of which nobody knows the top",
    { ...HEALTHY_ACCOUNT, member: 200, BusinessUnit: [] },
    "other-account"
  ]
])("is refused where %s", (_where, account, refused) => {
  expect(answered(account)).toEqual({ refused });
});

test.each<[string, ScriptedAccount, object]>([
  ["a business unit of the connected account", { member: 200 }, { account: "200", enterprise: "100" }],
  ["a page that does not say where it runs", { member: null }, { account: "100", enterprise: "100" }],
  [
    "a page of the only business unit",
    { member: null, BusinessUnit: [page(top)] },
    { account: "100", enterprise: "100" }
  ],
  [
    "a connected business unit that sees only itself",
    { member: null, BusinessUnit: [page({ ID: 100, ParentID: 7 })] },
    { account: "100", enterprise: null }
  ]
])("is taken from %s", (_where, changes, expected) => {
  expect(answered({ ...HEALTHY_ACCOUNT, ...changes })).toMatchObject({ answer: expected });
});
