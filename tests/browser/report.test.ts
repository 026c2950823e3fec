import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { CHECKS, htmlReport, reportOf } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import { english } from "../../command-line/formats/english.ts";
import { ON_DEMAND_RESOURCE } from "../../build/on-demand.ts";
import { resourceUrl } from "../../local/page/context.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { checked } from "./wizard.ts";
import { say } from "./words.ts";

const NAME = `<img src="x" onerror="document.title='run'"> ${"LongName".repeat(20)}`;
const users = [systemUser({ Name: NAME, IsActive: false }), impactedUser()];
const file = htmlReport(reportOf(CHECKS, situation({ rows: { users } })), english);

const groundOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe("the downloaded report", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const WAYS = [
    { name: "report-light", width: 1280, colorScheme: "light" },
    { name: "report-dark", width: 1280, colorScheme: "dark" },
    { name: "report-phone", width: 360, colorScheme: "light" }
  ] as const;
  for (const { name, width, colorScheme } of WAYS)
    test(`can be read by everyone: ${name}`, async () => {
      const { page, checkScreen } = await harness.open({ width });
      await page.emulateMedia({ colorScheme });
      await page.setContent(file);
      await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
      await page.getByRole("heading", { level: 3, name: NAME }).waitFor();
      assert.equal(await page.locator("img").count(), 0);
      assert.equal(await page.title(), `MCC Health: ${say("verdict.blocked")}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await checkScreen(name);
    });

  test("is printed on white, whatever the screen", async () => {
    const { page } = await harness.open();
    await page.setContent(file);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.notEqual(await groundOf(page), "rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    assert.equal(await groundOf(page), "rgb(255, 255, 255)");
  });

  test("is made by a script that is loaded when it is asked for, and asked for again where it failed", async () => {
    const { page, checkScreen } = await harness.visit({ scenario: "several-faults", faulty: true });
    const script = `**${resourceUrl(ON_DEMAND_RESOURCE)}`;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await checked(page);
    assert.deepEqual(
      asked.filter((url) => url.endsWith(ON_DEMAND_RESOURCE)),
      []
    );
    await page.route(script, (route) => route.abort());
    const download = async (): Promise<void> => {
      await page.locator("lightning-button-menu button").first().click();
      await page.getByRole("menuitem", { name: say("ui.report.html") }).click();
    };
    await download();
    await page
      .getByText(/couldn't be made/)
      .first()
      .waitFor();
    await checkScreen("report-not-made");
    await page.unroute(script);
    const [downloaded] = await Promise.all([page.waitForEvent("download"), download()]);
    assert.match(downloaded.suggestedFilename(), /^mcc-health-.*\.html$/);
  });
});
