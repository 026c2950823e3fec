// The walkthrough of a reconnect: ticks that are kept, what stops, and what proves that it works.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { checked, openStep } from "./wizard.ts";
import { say } from "./words.ts";

const SCENARIO = "reconnecting";

const box = (page: Page, key: string): Locator => page.getByRole("checkbox", { name: say(key) });
const proof = (page: Page, id: string, state: string): Locator =>
  page.locator(`[data-proof="${id}"][data-state="${state}"]`);

async function open(page: Page): Promise<void> {
  await checked(page);
  await openStep(page, say("step.reconnect"));
  await page.getByText(say("runbook.heading")).waitFor();
}

/** Ticks a step, and waits until it is saved with who and when. */
async function tick(page: Page, key: string): Promise<void> {
  await page.locator("c-mcc-reconnect").getByText(say(key)).click();
  await page
    .locator("li", { has: box(page, key) })
    .locator(".by")
    .waitFor();
}

describe("reconnecting", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const width of [1280, 390])
    test(`the day after: the runbook is where it was left, what stops is counted, and nothing is proven (${String(width)})`, async () => {
      const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO, width });
      await open(page);
      for (const key of ["runbook.pause-sends", "reconnect.connect.1", "reconnect.connect.2"])
        assert.equal(await box(page, key).isChecked(), true, key);
      assert.equal(await box(page, "reconnect.connect.3").isChecked(), false);
      const stops = await page.locator("[data-id=stops]").innerText();
      assert.match(
        stops,
        /4 scheduled email sends\s+1 scheduled SMS send\s+2 active triggered sends\s+2 triggered emails waiting to be sent\s+1 journey /
      );
      const moment = await page.locator("[data-id=moment]").innerText();
      assert.match(
        moment,
        /next send goes out on .*\s+1 should have been sent.*\s+A better time: .* to .*\s+The longest time/
      );
      assert.equal(await page.locator("[data-id=hidden]").count(), 0);
      assert.equal(await page.locator("[data-proof]").count(), 0);
      await checkScreen(`reconnect-half-way-${String(width)}`);
    });

  test("the last two steps, by keyboard: nothing is proven by what is older, and newer rows prove it; kept over a reload", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await open(page);
    await tick(page, "reconnect.connect.3");
    await box(page, "reconnect.connect.4").focus();
    await page.keyboard.press("Space");
    await proof(page, "send-left", "waiting").waitFor();
    for (const id of ["result-came", "signed-in", "none-requeued"]) await proof(page, id, "waiting").waitFor();
    assert.equal(await page.locator("[data-proof][data-state=holds]").count(), 0);

    await page.locator("[data-id=finish]").getByRole("button").click();
    assert.equal(await page.locator("[data-id=finished]").count(), 0);

    const org = await harness.org(SCENARIO);
    org.change("et4ae5__SendDefinition__c", "a04000000000001", { CreatedDate: "now+1m" });
    await page.locator("[data-id=after] [data-id=check]").getByRole("button").click();
    await proof(page, "send-left", "holds").waitFor();
    await proof(page, "result-came", "waiting").waitFor();
    await checkScreen("reconnect-after");

    await page.reload();
    await open(page);
    await proof(page, "send-left", "holds").waitFor();
    await page.getByLabel(say("runbook.remains")).fill("Journeys wait until <b>Monday</b>");
    await page.locator("[data-id=finish]").getByRole("button").click();
    const finished = page.locator("[data-id=finished]");
    await finished.filter({ hasText: "Journeys wait until <b>Monday</b>" }).waitFor();
    assert.equal(await box(page, "runbook.pause-sends").isChecked(), false);
    await checkScreen("reconnect-finished");
  });
});
