import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { MarketingCloudSettings } from "../../command-line/marketing-cloud/settings.ts";
import type { Account } from "../../local/embedded-marketing-cloud/account.ts";
import {
  startMarketingCloud,
  type Answer,
  type EmbeddedMarketingCloud,
  type MarketingCloudOptions
} from "../../local/embedded-marketing-cloud/server.ts";
import { envelope, fault } from "../../local/embedded-marketing-cloud/soap.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { leaveBrowser, takeBrowser } from "../../scripts/browser/browser.ts";
import { checkScreen, PATIENCE } from "../../scripts/browser/harness.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { ask, enter, startHeardOrg, startPageOn, type HeardOrg } from "./real-org.ts";
import { checkAgain, checked, openStep, readOf } from "./wizard.ts";
import { say } from "./words.ts";

const QUESTIONS = ["api-user-flag", "api-user-roles", "api-user-business-units"];
const ALL_OPEN = ["confirm", "confirm", "confirm"];
const ALL_WELL = ["confirmed", "confirmed", "confirmed"];

const accountOf = async (scenario: string): Promise<Account> => {
  const { marketingCloud } = await loadScenario(scenario);
  assert.ok(marketingCloud, "the scenario says nothing of Marketing Cloud");
  return marketingCloud;
};
const HEALTHY = await accountOf("several-faults");
const LACKS_ROLE = await accountOf("healthy-to-confirm");

const statesOf = async (page: Page): Promise<string[]> => {
  const findings = await readOf(page, QUESTIONS);
  return QUESTIONS.map((id) => findings.find(({ check }) => check === id)?.state ?? "none");
};

const saidSo = (page: Page) => page.getByText(/^Marketing Cloud said so on /);

/** What Marketing Cloud was asked of its users on its way: the answer has come when the page's question has. */
const answered = (page: Page) => page.waitForResponse((response) => response.url().includes("/ask-marketing-cloud"));

const settingsOf = ({ url, clientId, clientSecret }: EmbeddedMarketingCloud): MarketingCloudSettings => ({
  authUrl: url,
  clientId,
  clientSecret,
  accountId: undefined
});

/** The next page is served where the last one was, so that the browser has its scripts. */
let port = 0;

/** A page on an org, whose server asks a Marketing Cloud, in a browser that was let in. */
async function visit(
  heard: HeardOrg,
  options: Partial<MarketingCloudOptions> = {},
  change: (settings: MarketingCloudSettings) => MarketingCloudSettings = (settings) => settings
) {
  const cloud = await startMarketingCloud({ account: HEALTHY, ...options });
  const served = await startPageOn(heard, change(settingsOf(cloud)), port);
  port = served.port;
  const { shared: context } = await takeBrowser();
  context.setDefaultTimeout(PATIENCE);
  const errors: string[] = [];
  const bodies: Promise<string>[] = [];
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("response", (response) => {
    bodies.push(
      response.text().then(
        (body) => JSON.stringify(response.headers()) + body,
        () => ""
      )
    );
  });
  const first = answered(page);
  await page.goto(served.url);
  await first;
  await checked(page);
  return {
    page,
    cloud,
    served,
    context,
    bodies: () => Promise.all(bodies),
    checkScreen: (name: string) => checkScreen(page, errors, name),
    close: async () => {
      await page.close();
      await context.clearCookies();
      leaveBrowser();
      await served.close();
      await cloud.close();
    }
  };
}

/** All that the page's memory holds. */
async function memoryOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return chunks.join("");
}

const onPath =
  (on: string, answer: Answer): NonNullable<MarketingCloudOptions["answer"]> =>
  (path) =>
    path === on ? answer : undefined;
const soap = (status: number, body: string): Answer => ({ status, body, type: "text/xml" });

const WRONG_SECRET = (settings: MarketingCloudSettings): MarketingCloudSettings => ({
  ...settings,
  clientSecret: "not-the-secret"
});
const REFUSED = /Marketing Cloud refused the client ID and secret \(HTTP 401\)\./;

const REFUSALS: readonly {
  readonly name: string;
  readonly options?: Partial<MarketingCloudOptions>;
  readonly change?: (settings: MarketingCloudSettings) => MarketingCloudSettings;
  readonly says: RegExp;
}[] = [
  {
    name: "a wrong secret",
    change: WRONG_SECRET,
    says: REFUSED
  },
  {
    name: "a package without rights",
    options: { answer: onPath("/Service.asmx", soap(500, fault("API Permission Failed"))) },
    says: /Marketing Cloud refused to show its users \(API Permission Failed\)\./
  },
  {
    name: "a token of another stack",
    options: { answer: onPath("/v2/userinfo", { status: 401, body: "{}" }) },
    says: REFUSED
  },
  {
    name: "a stack that nobody answers from",
    change: (settings) => ({ ...settings, authUrl: "http://127.0.0.1:9" }),
    says: /Marketing Cloud couldn't be reached/
  },
  {
    name: "a business unit that is not the parent",
    options: { member: "100000002", account: { ...HEALTHY, users: [] } },
    says: /in this business unit\. .*Use an installed package of the top-level business unit\./
  },
  {
    name: "another account",
    options: { account: { businessUnits: [{ ID: "7", Name: "Elsewhere", ParentID: "0" }], users: HEALTHY.users } },
    says: /Marketing Cloud wasn't asked: the installed package belongs to another account/
  },
  {
    name: "a rate limit",
    options: { answer: onPath("/v2/token", { status: 429, body: "{}" }) },
    says: /Marketing Cloud accepts no more requests right now \(HTTP 429\)\./
  },
  {
    name: "HTML",
    options: { answer: onPath("/v2/token", { status: 200, body: "<!doctype html>", type: "text/html" }) },
    says: /Marketing Cloud's answer couldn't be read \(HTTP 200 from \/v2\/token\)\./
  },
  {
    name: "half a body",
    options: { answer: onPath("/Service.asmx", "break-off") },
    says: /Marketing Cloud's answer couldn't be read/
  },
  {
    name: "half an envelope",
    options: { answer: onPath("/Service.asmx", soap(200, envelope("OK", [], "AccountUser").slice(0, 200))) },
    says: /Marketing Cloud's answer couldn't be read/
  }
];

describe("the local page on a real org asks Marketing Cloud over its API", { skip: noChromium() }, () => {
  let heard: HeardOrg;
  before(async () => {
    heard = await startHeardOrg("several-faults");
  });
  after(() => heard.close());

  test("a healthy side: three questions are answered, with the time, and again after a reload; rights that the package does not need are named; another user in the configuration is not taken for this one", async () => {
    const { page, checkScreen, close } = await visit(heard, { scope: "users_read email_send" });
    try {
      await page
        .locator("[data-id=notice]")
        .filter({ hasText: "more rights than reading users needs: email_send" })
        .waitFor();
      assert.deepEqual(await statesOf(page), ALL_WELL);
      await openStep(page, say("step.marketing-cloud"));
      const folded = page.locator("[data-id=folded]");
      if (!(await folded.evaluate((element) => (element as HTMLDetailsElement).open)))
        await folded.locator("summary").first().click();
      await folded.locator("c-mcc-finding summary").first().click();
      await saidSo(page).first().waitFor();
      assert.equal(await page.locator("[data-id=undo]").count(), 0);
      await checkScreen("real-org-marketing-cloud");

      const reloaded = answered(page);
      await page.reload();
      await reloaded;
      await checked(page);
      assert.deepEqual(await statesOf(page), ALL_WELL);

      heard.org.change("et4ae5__Configuration__c", "a00000000000001", {
        et4ae5__Username__c: "another@mc.example.com"
      });
      const again = answered(page);
      await checkAgain(page).click();
      await again;
      await checked(page);
      // There is no such user in the account, which the account itself says.
      assert.deepEqual(await statesOf(page), ["refuted", "refuted", "refuted"]);
    } finally {
      heard.org.change("et4ae5__Configuration__c", "a00000000000001", {
        et4ae5__Username__c: HEALTHY.users[0]?.UserID ?? ""
      });
      await close();
    }
  });

  test("a wrong secret: one sentence, and the questions stay with the person", async () => {
    const { page, checkScreen, close } = await visit(heard, {}, WRONG_SECRET);
    try {
      await page.locator("[data-id=notice]").filter({ hasText: REFUSED }).waitFor();
      assert.deepEqual(await statesOf(page), ALL_OPEN);
      await checkScreen("real-org-marketing-cloud-refused");
    } finally {
      await close();
    }
  });

  test("no credential reaches the page: not by what it got, not in its markup, not in its memory", async () => {
    let token = "";
    const { page, cloud, served, context, bodies, close } = await visit(heard, {
      // Marketing Cloud repeats what it was sent.
      answer(path, request) {
        token ||= request?.token ?? "";
        return path === "/Service.asmx" ? soap(500, fault(`The token ${token} has expired.`)) : undefined;
      }
    });
    try {
      await page.locator("[data-id=notice]").filter({ hasText: "The token … has expired." }).waitFor();
      assert.ok(token.length > 20);
      const [memory, markup, got] = [await memoryOf(page), await page.content(), await bodies()];
      const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
      assert.ok(memory.includes("The token … has expired.") || memory.includes("has expired."), "the memory is read");
      assert.ok(got.some((body) => body.includes("has expired.")));
      const [cookie] = await context.cookies();
      const headers = { cookie: `${cookie?.name ?? ""}=${cookie?.value ?? ""}` };
      const fetched = await Promise.all(
        ["/", "/ask-marketing-cloud", "/marketing-cloud-answer", "/?scenario=none"].map((path) =>
          ask(new URL(path, served.url), { headers })
        )
      );
      const everything = [memory, markup, stored, ...got, ...fetched.map((answer) => JSON.stringify(answer))].join(
        "\n"
      );
      for (const secret of [cloud.clientSecret, cloud.clientId, token])
        assert.equal(everything.includes(secret), false);
    } finally {
      await close();
    }
  });
});

describe("the local page on an org whose API user lacks a role", { skip: noChromium() }, () => {
  test("the missing role and the wrong default business unit are told", async () => {
    const heard = await startHeardOrg("healthy-to-confirm");
    const { page, checkScreen, close } = await visit(heard, { account: LACKS_ROLE });
    try {
      assert.deepEqual(await statesOf(page), ["confirmed", "refuted", "refuted"]);
      await openStep(page, say("step.marketing-cloud"));
      assert.equal(await page.locator("[data-id=fixed]").count(), 0);
      await checkScreen("real-org-marketing-cloud-role");
    } finally {
      await close();
      await heard.close();
    }
  });
});

describe("asking Marketing Cloud, over HTTP", () => {
  let heard: HeardOrg;
  let cloud: EmbeddedMarketingCloud;
  before(async () => {
    heard = await startHeardOrg("several-faults");
    cloud = await startMarketingCloud({ account: HEALTHY });
  });
  after(async () => {
    await cloud.close();
    await heard.close();
  });

  test("only this page, and only in the browser that was let in, has Marketing Cloud asked; and only about the org's own user", async () => {
    const page = await startPageOn(heard, settingsOf(cloud));
    try {
      const cookie = await enter(page);
      const post = (headers: Record<string, string>, path = "/ask-marketing-cloud") =>
        ask(new URL(path, page.url), { method: "POST", headers });
      assert.equal((await post({})).status, 403);
      assert.equal((await post({ ...cookie, host: "mcc.example.com" })).status, 421);
      assert.equal((await post({ ...cookie, origin: "https://mcc.example.com" })).status, 403);
      assert.equal((await ask(new URL("/ask-marketing-cloud", page.url), { headers: cookie })).status, 404);
      const own = HEALTHY.users[0]?.UserID;
      for (const path of ["/ask-marketing-cloud", "/ask-marketing-cloud?user=other&asked=other"]) {
        const { status, body, headers } = await post(cookie, path);
        const { answer, said } = JSON.parse(body) as { answer: { asked: string }; said: string[] };
        assert.deepEqual([status, answer.asked, said, headers["cache-control"]], [200, own, [], "no-store"]);
      }
    } finally {
      await page.close();
    }
  });

  // What the page does with any of them, a wrong secret shows above.
  for (const { name, options = {}, change, says } of REFUSALS)
    test(`${name}: one sentence, and no answer`, async () => {
      const refusing = await startMarketingCloud({ account: HEALTHY, ...options });
      const settings = settingsOf(refusing);
      const page = await startPageOn(heard, change?.(settings) ?? settings);
      try {
        const cookie = await enter(page);
        const { status, body } = await ask(new URL("/ask-marketing-cloud", page.url), {
          method: "POST",
          headers: cookie
        });
        const { answer, said } = JSON.parse(body) as { answer: unknown; said: string[] };
        assert.deepEqual([status, answer, said.length], [200, null, 1], body);
        assert.match(said[0] ?? "", says);
      } finally {
        await page.close();
        await refusing.close();
      }
    });

  test("without a credential there is nothing to ask with, and the page does not offer it", async () => {
    const page = await startPageOn(heard);
    try {
      const cookie = await enter(page);
      assert.equal(
        (await ask(new URL("/ask-marketing-cloud", page.url), { method: "POST", headers: cookie })).status,
        404
      );
      const { body } = await ask(new URL("/", page.url), { headers: cookie });
      assert.equal(body.includes("asksMarketingCloud"), false);
    } finally {
      await page.close();
    }
  });
});
