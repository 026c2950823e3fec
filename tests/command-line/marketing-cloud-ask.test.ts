import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { askUser } from "../../command-line/marketing-cloud/ask-user.ts";
import { connect } from "../../command-line/marketing-cloud/connect.ts";
import { MarketingCloudError } from "../../command-line/marketing-cloud/marketing-cloud-error.ts";
import { settingsFrom, VARIABLES } from "../../command-line/marketing-cloud/settings.ts";
import type { Account, AccountUser } from "../../local/embedded-marketing-cloud/account.ts";
import {
  startMarketingCloud,
  type Answer,
  type MarketingCloudOptions
} from "../../local/embedded-marketing-cloud/server.ts";
import { envelope, fault } from "../../local/embedded-marketing-cloud/soap.ts";

const NOW = new Date("2026-11-27T10:00:00Z");
const USER: AccountUser = {
  UserID: "mc-api-user",
  AccountUserID: "700301950",
  ActiveFlag: true,
  IsAPIUser: true,
  IsLocked: false,
  MustChangePassword: false,
  LastSuccessfulLogin: "2026-11-20T08:00:00.000",
  DefaultBusinessUnit: "100",
  Roles: ["SYS_DEF_ADMIN", "SYS_DEF_IMHADMIN"],
  businessUnits: ["100", "200"]
};
const ACCOUNT: Account = {
  businessUnits: [
    { ID: "100", Name: "Top", ParentID: "0" },
    { ID: "200", Name: "Nordics", ParentID: "100" }
  ],
  users: [USER, { ...USER, UserID: "somebody", AccountUserID: "2", businessUnits: ["300"] }]
};
const withUser = (changes: Partial<AccountUser>): Account => ({ ...ACCOUNT, users: [{ ...USER, ...changes }] });

/** Starts a Marketing Cloud, asks it about the user, and looks whether anything secret was said. */
async function asked(
  t: TestContext,
  options: Partial<MarketingCloudOptions> = {},
  secret?: string,
  userId = "mc-api-user"
) {
  const cloud = await startMarketingCloud({ account: ACCOUNT, ...options });
  t.after(() => cloud.close());
  const settings = settingsFrom({
    [VARIABLES.subdomain]: cloud.url,
    [VARIABLES.clientId]: cloud.clientId,
    [VARIABLES.clientSecret]: secret ?? cloud.clientSecret
  });
  try {
    const session = await connect(settings);
    return { session, answer: await askUser(session, userId, NOW) };
  } catch (error) {
    assert.ok(error instanceof MarketingCloudError, String(error));
    const said = `${error.message}\n${error.stack ?? ""}`;
    for (const hidden of [settings.clientSecret, settings.clientId]) assert.ok(!said.includes(hidden), said);
    return { reason: error.reason };
  }
}

test("the user is told as Marketing Cloud has them", async (t) => {
  const { answer } = await asked(t);
  assert.deepEqual(answer, {
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
  });
});

for (const { name, account, user } of [
  { name: "one role", account: withUser({ Roles: ["A"] }), user: { roles: ["A"] } },
  {
    name: "no role, which looks like one that was not returned",
    account: withUser({ Roles: [] }),
    user: { roles: null }
  },
  { name: "a name of digits", account: withUser({ UserID: "0012345" }), user: { userId: "0012345" } },
  { name: "a name like a number", account: withUser({ UserID: "1e5" }), user: { userId: "1e5" } },
  { name: "a name with markup", account: withUser({ UserID: '<a>&"b' }), user: { userId: '<a>&"b' } },
  { name: "a name in other capitals", account: withUser({ UserID: "MC-API-USER" }), user: { userId: "MC-API-USER" } },
  {
    name: "an installed package's user",
    account: withUser({ Roles: ["9f1a"], IsAPIUser: true }),
    user: { roles: ["9f1a"] }
  },
  { name: "no business unit", account: withUser({ businessUnits: [] }), user: { businessUnits: [] } }
] as readonly { name: string; account: Account; user: object }[]) {
  test(`${name} is told as it is`, async (t) => {
    const result = await asked(t, { account }, undefined, account.users[0]?.UserID);
    assert.ok("answer" in result && result.answer.user, JSON.stringify(result));
    for (const [key, value] of Object.entries(user)) assert.deepEqual(result.answer.user[key as "userId"], value);
  });
}

for (const property of [
  "ActiveFlag",
  "IsAPIUser",
  "IsLocked",
  "MustChangePassword",
  "DefaultBusinessUnit",
  "Roles"
] as const) {
  test(`${property} that was not returned is null`, async (t) => {
    const { [property]: _, ...rest } = USER;
    const { answer } = await asked(t, { account: { ...ACCOUNT, users: [rest] } });
    assert.equal(Object.values(answer?.user ?? {}).filter((value) => value === null).length, 1);
  });
}

test("a user whom the account lacks is none, asked at the top", async (t) => {
  const { answer } = await asked(t, {}, undefined, "nobody");
  assert.equal(answer?.user, null);
});

test("rows of another user do not count, and double ones count once", async (t) => {
  const row = (user: string, unit: string) => ({ AccountUser: { AccountUserID: user }, Account: { ID: unit } });
  const rows = [row("700301950", "100"), row("2", "300"), row("700301950", "100")];
  const { answer } = await asked(t, {
    answer: (_path, request) =>
      request?.object === "AccountUserAccount"
        ? { status: 200, body: envelope("OK", rows, request.object), type: "text/xml" }
        : undefined
  });
  assert.deepEqual(answer?.user?.businessUnits, ["100"]);
});

test("pages are read to the last", async (t) => {
  let pages = 0;
  const { answer } = await asked(t, {
    answer(_path, request) {
      if (request?.object !== "AccountUserAccount") return undefined;
      pages++;
      const row = { AccountUser: { AccountUserID: "700301950" }, Account: { ID: String(100 * pages) } };
      return {
        status: 200,
        body: envelope(pages < 3 ? "MoreDataAvailable" : "OK", [row], request.object),
        type: "text/xml"
      };
    }
  });
  assert.deepEqual(answer?.user?.businessUnits, ["100", "200", "300"]);
});

const onPath =
  (on: string, answer: Answer): NonNullable<MarketingCloudOptions["answer"]> =>
  (path) =>
    path === on ? answer : undefined;
const soap = (status: number, body: string): Answer => ({ status, body, type: "text/xml" });
const json = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) });
const html: Answer = { status: 200, body: "<!doctype html><title>Maintenance</title>", type: "text/html" };

for (const { name, options = {}, secret, reason } of [
  { name: "a wrong secret", secret: "not-the-secret", reason: "refused" },
  { name: "a token of another stack", options: { answer: onPath("/v2/userinfo", json(401, {})) }, reason: "refused" },
  { name: "HTML for a token", options: { answer: onPath("/v2/token", html) }, reason: "not-readable" },
  {
    name: "an empty answer for a token",
    options: { answer: onPath("/v2/token", json(200, {})) },
    reason: "not-readable"
  },
  {
    name: "half a token",
    options: { answer: onPath("/v2/token", { status: 200, body: '{"access_tok' }) },
    reason: "not-readable"
  },
  { name: "a rate limit", options: { answer: onPath("/v2/token", json(429, {})) }, reason: "rate-limit" },
  {
    name: "a server error for a token",
    options: { answer: onPath("/v2/token", json(503, {})) },
    reason: "not-readable"
  },
  {
    name: "another company's address",
    options: {
      answer: onPath(
        "/v2/token",
        json(200, { access_token: "x", soap_instance_url: "https://soap.marketingcloudapis.com.example.com/" })
      )
    },
    reason: "other-host"
  },
  {
    name: "an address without TLS",
    options: {
      answer: onPath(
        "/v2/token",
        json(200, { access_token: "x", soap_instance_url: "http://mc.soap.marketingcloudapis.com/" })
      )
    },
    reason: "other-host"
  },
  {
    name: "userinfo without an organization",
    options: { answer: onPath("/v2/userinfo", json(200, { user: {} })) },
    reason: "not-readable"
  },
  {
    name: "a business unit below the top that does not see the user",
    options: { member: "200", account: { ...ACCOUNT, users: [] } },
    reason: "not-parent"
  },
  {
    name: "a token that ran out",
    options: { answer: onPath("/Service.asmx", soap(500, fault("Token Expired"))) },
    reason: "said"
  },
  {
    name: "missing rights",
    options: { answer: onPath("/Service.asmx", soap(500, fault("API Permission Failed"))) },
    reason: "rights"
  },
  {
    name: "an object it does not know",
    options: { answer: onPath("/Service.asmx", soap(200, envelope("Error: Unable to find a handler", [], "X"))) },
    reason: "said"
  },
  { name: "HTML for a user", options: { answer: onPath("/Service.asmx", html) }, reason: "not-readable" },
  {
    name: "XML of another kind",
    options: { answer: onPath("/Service.asmx", soap(200, "<a><b/></a>")) },
    reason: "not-readable"
  },
  { name: "half a body", options: { answer: onPath("/Service.asmx", "break-off") }, reason: "not-readable" },
  {
    name: "half an envelope",
    options: { answer: onPath("/Service.asmx", soap(200, envelope("OK", [], "X").slice(0, 200))) },
    reason: "not-readable"
  },
  {
    name: "pages without an end",
    options: { answer: onPath("/Service.asmx", soap(200, envelope("MoreDataAvailable", [], "X"))) },
    reason: "not-readable"
  },
  {
    name: "a rate limit on the way",
    options: { answer: onPath("/Service.asmx", json(429, {})) },
    reason: "rate-limit"
  },
  {
    name: "two users of one name",
    options: { account: { ...ACCOUNT, users: [USER, { ...USER, AccountUserID: "9" }] } },
    reason: "not-readable"
  }
] as readonly { name: string; options?: Partial<MarketingCloudOptions>; secret?: string; reason: string }[]) {
  test(`${name} gives no answer, and says why`, async (t) => {
    assert.deepEqual(await asked(t, options, secret), { reason });
  });
}

test("rights that reading users never needs are named", async (t) => {
  const { session } = await asked(t, { scope: "users_read email_send users_write accounts_read" });
  assert.deepEqual(session?.needlessRights, ["email_send", "users_write"]);
});

for (const { name, environment, says } of [
  { name: "nothing set", environment: {}, says: Object.values(VARIABLES).slice(0, 3) },
  {
    name: "no secret",
    environment: { [VARIABLES.subdomain]: "x", [VARIABLES.clientId]: "y" },
    says: [VARIABLES.clientSecret]
  },
  {
    name: "an address for a subdomain",
    environment: {
      [VARIABLES.subdomain]: "https://evil.example.com",
      [VARIABLES.clientId]: "y",
      [VARIABLES.clientSecret]: "zzz"
    },
    says: [VARIABLES.subdomain]
  },
  {
    name: "a subdomain that ends elsewhere",
    environment: {
      [VARIABLES.subdomain]: "mc563885gzs27c5t9-63k636ttg/#",
      [VARIABLES.clientId]: "y",
      [VARIABLES.clientSecret]: "zzz"
    },
    says: [VARIABLES.subdomain]
  },
  {
    name: "a name for a MID",
    environment: {
      [VARIABLES.subdomain]: "http://127.0.0.1:1",
      [VARIABLES.clientId]: "y",
      [VARIABLES.clientSecret]: "zzz",
      [VARIABLES.accountId]: "Nordics"
    },
    says: [VARIABLES.accountId]
  }
] as readonly { name: string; environment: Record<string, string>; says: string[] }[]) {
  test(`with ${name}, the variable is named and no value told`, () => {
    assert.throws(
      () => settingsFrom(environment),
      (error: Error) => says.every((each) => error.message.includes(each)) && !error.message.includes("zzz")
    );
  });
}
