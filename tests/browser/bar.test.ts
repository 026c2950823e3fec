// The bar of the local page above the wizard: Swedish, 400 %, and the pages behind links into Setup.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { barTexts } from "../../local/page/languages.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { sayInSwedish } from "./words.ts";

const english = barTexts("en");
const swedish = barTexts("sv");
/** A window of 1280 by 1024 pixels, at 400 %. */
const ZOOMED = { width: 320, height: 256 };

describe("the bar above the wizard", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("in Swedish, says nothing in English, and neither do the base components", async () => {
    const { page } = await harness.revisit({ language: "sv" });
    await page.getByRole("button", { name: sayInSwedish("ui.check-again") }).waitFor();
    const bar = await page.locator("header").first().innerText();
    for (const key of ["demonstration", "scenario", "theme", "theme.dark", "answer"]) {
      assert.ok(bar.includes(swedish[key] ?? "?"), key);
      assert.ok(!new RegExp(`\\b${english[key] ?? "?"}\\b`).test(bar), key);
    }
    assert.match(bar, new RegExp(swedish["scenario.several-faults"] ?? "?"));
    const html = await page.locator("c-mcc-health").innerHTML();
    assert.doesNotMatch(html, /Show menu|Select an Option|>Loading|>Clear</);
    assert.match(html, /Visa meny/);
  });

  test("at 400 %, takes little of the screen, and opens on a tap", async () => {
    const { page, checkScreen } = await harness.revisit({ width: ZOOMED.width });
    await page.setViewportSize(ZOOMED);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const bar = page.locator("header").first();
    const { height = 0 } = (await bar.boundingBox()) ?? {};
    assert.ok(height > 0 && height < ZOOMED.height / 5, `${String(height)} px`);
    await bar.locator("summary").click();
    await page.getByLabel("Theme").waitFor();
    await checkScreen("bar-open-320");
  });

  test("a link into Setup leads to a picture of that page by its name, in the language of the page", async () => {
    const { page } = await harness.revisit({ language: "sv" });
    await page.locator("[data-id=facts]").filter({ hasText: "Northwind" }).waitFor();
    await page.locator("[data-step=access]").click();
    const [setup] = await Promise.all([
      page.waitForEvent("popup"),
      page.locator("c-mcc-step c-mcc-link a.page").first().click()
    ]);
    await setup.getByRole("heading", { name: swedish["elsewhere.title"] ?? "?" }).waitFor();
    await setup.locator(".slds-page-header").getByText(sayInSwedish("page.manage-assignments")).waitFor();
    await setup.close();
  });
});
