// The downloaded report, as a browser shows and prints it, and that it is made only when asked for.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { CHECKS, htmlReport, masked, reportOf } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import { english } from "../../command-line/formats/english.ts";
import { ON_DEMAND_RESOURCE } from "../../build/on-demand.ts";
import { resourceUrl } from "../../local/page/context.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { checkScenarios } from "../report/reports.ts";
import { checked } from "./wizard.ts";
import { say } from "./words.ts";

const NAME = `<img src="x" onerror="document.title='run'"> ${"LongName".repeat(20)}`;
const users = [systemUser({ Name: NAME, IsActive: false }), impactedUser()];
const file = htmlReport(reportOf(CHECKS, situation({ rows: { users } })), english);

const scenarios = await checkScenarios();

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

  /** Summary, timeline, people, and what is wrong: of several faults at once, on two pages and a bit. */
  const PAGES_OF = [
    { scenario: "several-faults", most: 3 },
    { scenario: "healthy", most: 2 },
    { scenario: "large", most: 2 }
  ];
  for (const { scenario, most } of PAGES_OF)
    test(`prints on few pages: ${scenario}`, async () => {
      const report = scenarios.find((each) => each.scenario === scenario)?.report;
      assert.ok(report);
      const { page } = await harness.open({ width: 390 });
      for (const shown of [report, masked(report, english)]) {
        await page.setContent(htmlReport(shown, english));
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        const text = await page.locator("body").innerText();
        assert.doesNotMatch(text, /\/lightning\/|%2F|\{id\}/);
        const pdf = await page.pdf({ format: "A4" });
        const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
        assert.ok(pages.length > 0 && pages.length <= most, `${String(pages.length)} pages`);
      }
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
