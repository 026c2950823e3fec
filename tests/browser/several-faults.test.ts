// What a first look offers: First with its link into Setup, the reconnect's questions, another language and theme.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say, sayInSwedish } from "./words.ts";

describe("several faults at once", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("the first thing to do is named, shown on a click, and its link tells where it would lead", async () => {
    const { page, checkScreen } = await harness.revisit();
    await page.getByRole("button", { name: say("ui.show-it") }).click();
    const finding = page.getByRole("article").first();
    await finding.getByRole("heading", { level: 3 }).waitFor();
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      finding
        .getByRole("link", { name: say("ui.opens-new-tab") })
        .first()
        .click()
    ]);
    assert.match(opened.url(), /\/lightning\/setup\//);
    await opened.getByRole("heading", { name: "This is a demonstration org" }).waitFor();
    await opened.close();
    await checkScreen("faults-back-from-setup");
  });

  test("the reconnect walkthrough warns first, and shows only the steps of the answer", async () => {
    const { page, checkScreen } = await harness.revisit();
    await page.getByRole("button", { name: say("step.reconnect") }).click();
    await page.getByText(say("reconnect.warning.title")).waitFor();
    assert.equal(await page.getByText(say("reconnect.connect.2")).count(), 0);
    await page.getByRole("button", { name: say("marketing-cloud-tab.answer.connect") }).click();
    await page.getByText(say("reconnect.connect.2")).waitFor();
    assert.equal(await page.getByText(say("reconnect.send.then")).count(), 0);
    await checkScreen("faults-reconnect-answered");
  });

  test("the bar changes language and theme, and keeps the scenario", async () => {
    const { page, checkScreen } = await harness.revisit({ scenario: "several-faults" });
    await page.getByLabel("Language").selectOption({ label: "svenska" });
    await page.getByRole("heading", { level: 1, name: sayInSwedish("verdict.blocked") }).waitFor();
    await page.getByLabel("Tema").selectOption({ label: "Mörkt" });
    await page.waitForURL(/scenario=several-faults&language=sv&theme=dark/);
    await page.getByRole("heading", { level: 1, name: sayInSwedish("verdict.blocked") }).waitFor();
    await checkScreen("faults-swedish-dark");
  });
});
