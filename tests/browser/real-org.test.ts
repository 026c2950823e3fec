// The local page on a real org, in a browser: let in once, read only, links into the org, nothing kept.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { ROOT } from "../../build/project.ts";
import { leaveBrowser, takeBrowser } from "../../scripts/browser/browser.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { checkScreen, PATIENCE, startHarness } from "../../scripts/browser/harness.ts";
import { barTexts } from "../../local/page/languages.ts";
import { startHeardOrg, startPageOn, type HeardOrg } from "./real-org.ts";
import { checked, openStep, rightAnswers, unfold } from "./wizard.ts";
import { say, sayLooking, STEPS } from "./words.ts";

const SCENARIO = "several-faults";

const steps = (page: Page) => page.getByRole("list", { name: say("ui.steps") });
const verdict = (page: Page) => page.getByRole("heading", { level: 1, name: say("verdict.blocked") });

/** A browser that was let into the page of an org. */
async function startVisit(scenario: string) {
  const heard = await startHeardOrg(scenario);
  const served = await startPageOn(heard);
  const { browser } = await takeBrowser();
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  const errors: string[] = [];
  let last: Page | undefined;
  return {
    heard,
    served,
    browser,
    context,
    /** Without an address, the page of the visit before is used again. */
    open: async (address?: string, width = 1280): Promise<Page> => {
      if (!last || address !== undefined) {
        last = await context.newPage();
        last.on("console", (message) => message.type() === "error" && errors.push(message.text()));
        last.on("pageerror", (error) => errors.push(error.message));
      }
      await last.setViewportSize({ width, height: 900 });
      await last.goto(address ?? new URL("/", served.url).href);
      await last.getByRole("main").waitFor();
      return last;
    },
    checkScreen: (page: Page, name: string) => checkScreen(page, errors, name),
    close: async () => {
      await context.close();
      leaveBrowser();
      await served.close();
      await heard.close();
    }
  };
}

const written = ({ heard }: HeardOrg): string[] => heard.filter((request) => !request.startsWith("GET "));

describe("the local page on a real org", { skip: noChromium() }, () => {
  let visit: Awaited<ReturnType<typeof startVisit>>;
  before(async () => {
    visit = await startVisit(SCENARIO);
  });
  after(() => visit.close());

  test("its address lets one browser in, and is taken out of the address bar", async () => {
    const page = await visit.open(visit.served.url);
    assert.equal(page.url(), new URL("/", visit.served.url).href);
    await verdict(page).waitFor();
    const [cookie, ...others] = await visit.context.cookies();
    assert.deepEqual([cookie?.httpOnly, cookie?.sameSite, others.length], [true, "Strict", 0]);

    const elsewhere = await visit.browser.newContext();
    for (const [address, says] of [
      [new URL("/", visit.served.url).href, "open the address that npm start printed"],
      [visit.served.url, "this address was used already"]
    ] as const) {
      const other = await elsewhere.newPage();
      assert.equal((await other.goto(address))?.status(), 403);
      await other.getByText(says).waitFor();
    }
    await elsewhere.close();
    // A tab beside it is of the same browser.
    await verdict(await visit.open(new URL("/", visit.served.url).href)).waitFor();
  });

  test("it says the same as the demonstration of that org", async () => {
    const demonstration = await startHarness(SCENARIO);
    try {
      const { page: shown } = await demonstration.visit();
      const page = await visit.open();
      const said = async (on: Page): Promise<(string | null)[]> => {
        await checked(on);
        return [await on.getByRole("heading", { level: 1 }).textContent(), ...(await steps(on).allTextContents())];
      };
      assert.deepEqual(await said(page), await said(shown));
    } finally {
      await demonstration.close();
    }
  });

  for (const [screen, width] of [
    ["desktop", 1280],
    ["phone", 390]
  ] as const)
    test(`${screen}: which org it is, whose login, and that it is only read stands on top; every step fits, and offers to fix nothing`, async () => {
      const page = await visit.open(undefined, width);
      await checked(page);
      const { store, organizationId, viewerId } = visit.heard.org.scenario;
      const bar = page.getByRole("banner");
      await bar.getByText(`Org ${String(store.find(organizationId)?.values.Name)} (production)`).waitFor();
      const seenAs = barTexts("en")["read-only.as"] ?? "?";
      await bar.getByText(seenAs.replace("{username}", String(store.find(viewerId)?.values.Username))).waitFor();
      assert.deepEqual(await bar.getByRole("combobox", { includeHidden: true }).count(), 2);
      await visit.checkScreen(page, `real-org-${screen}`);
      for (const step of STEPS) {
        await openStep(page, step);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${step} fits`);
        assert.equal(await page.locator("[data-id=fix], c-mcc-fix").count(), 0, step);
      }
    });

  test("links lead into the org itself, beside the page, and carry nothing", async () => {
    const page = await visit.open();
    await checked(page);
    const found = new Set<string>();
    for (const step of STEPS) {
      await openStep(page, step);
      await unfold(page);
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href, target, rel }) => ({ href, target, rel })));
      for (const { href, target, rel } of links) {
        assert.deepEqual([target, rel], ["_blank", "noopener"], href);
        assert.doesNotMatch(href, /sid=|token|frontdoor/);
        if (new URL(href).pathname.startsWith("/lightning/")) found.add(href);
        else assert.match(href, /^https:\/\//);
      }
    }
    assert.ok(found.size > 2, [...found].join());
    for (const address of found) assert.ok(address.startsWith(`${visit.heard.address}/lightning/`), address);

    await openStep(page, say("step.connected-app"));
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      page
        .getByRole("article")
        .getByRole("link", { name: say("ui.opens-new-tab") })
        .first()
        .click()
    ]);
    assert.ok(found.has(opened.url()), opened.url());
    assert.equal(await opened.evaluate(() => document.referrer), "");
    assert.equal(await opened.evaluate(() => window.opener === null), true);
  });

  test("where the org keeps confirmations, one can look and not confirm; nothing is kept, and the page says so", async () => {
    const page = await visit.open();
    await checked(page);
    await page.getByText(sayLooking("ui.not-saved.no-access")).first().waitFor();
    await openStep(page, say("step.marketing-cloud"));
    await page.getByText(sayLooking("ui.confirm.read-only")).first().waitFor();
    assert.equal(await rightAnswers(page).count(), 0);

    await openStep(page, say("step.people"));
    await page.getByRole("button", { name: "Remove" }).first().click();
    await page.locator("[data-id=not-saved]").first().waitFor();
    await visit.checkScreen(page, "real-org-not-kept");
    await page.getByLabel("Language").selectOption({ label: "svenska" });
    await page.getByText(sayLooking("ui.not-saved.no-access", "sv")).first().waitFor();
    assert.deepEqual(written(visit.heard), []);
  });
});

/** The healthy org, in which MCC Health is not installed. */
function scenarioWithoutUs(file: string): void {
  const usual = JSON.parse(readFileSync(join(ROOT, "local/scenarios/healthy-to-confirm.json"), "utf8")) as object;
  const unavailable = {
    MCC_Confirmation__c: "INVALID_TYPE",
    MCC_Person__c: "INVALID_TYPE",
    MCC_Run__c: "INVALID_TYPE"
  };
  writeFileSync(file, JSON.stringify({ ...usual, unavailable }));
}

describe("the local page on a real org without MCC Health", { skip: noChromium() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  let visit: Awaited<ReturnType<typeof startVisit>>;
  before(async () => {
    const file = join(folder, "without-us.json");
    scenarioWithoutUs(file);
    visit = await startVisit(file);
  });
  after(async () => {
    await visit.close();
    rmSync(folder, { recursive: true });
  });

  test("what is confirmed counts for this visit, and is gone after it", async () => {
    const page = await visit.open(visit.served.url);
    await checked(page);
    await openStep(page, say("step.connected-app"));
    await page.getByText(sayLooking("ui.confirm.visit")).first().waitFor();
    const open = await rightAnswers(page).count();
    await rightAnswers(page).first().click();
    await page.getByRole("button", { name: say("ui.confirm.undo"), exact: true }).waitFor();
    await visit.checkScreen(page, "real-org-visit");

    await page.reload();
    await checked(page);
    await openStep(page, say("step.connected-app"));
    await rightAnswers(page).first().waitFor();
    assert.equal(await rightAnswers(page).count(), open);
    assert.deepEqual(written(visit.heard), []);
  });

  test("when the org can't be reached any more, the page says what to do", async () => {
    const page = await visit.open();
    await checked(page);
    await visit.heard.close();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: /the connection to Salesforce failed/ }).waitFor();
    await page.getByText(sayLooking("ui.no-access")).waitFor();
    await visit.checkScreen(page, "real-org-gone");
  });
});
