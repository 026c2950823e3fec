// Asking a colleague from a card: the menu by keyboard, what is copied, with and without names.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";
import { checked, openStep } from "./wizard.ts";

/** Waits until what is focused has these words. By the clock: a page behind others draws no frames. */
const isFocused = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (text) => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.textContent.trim() === text;
    },
    words,
    { polling: 100 }
  );

describe("asking a colleague", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const [screen, where] of [
    ["desktop", {}],
    ["phone", { width: 390, theme: "dark" }]
  ] as const)
    test(`${screen}: from a card, by keyboard, with and without names`, async () => {
      const { page, checkScreen } = await harness.revisit({ scenario: "several-faults", ...where });
      // The real clipboard is one for all pages, and belongs to the page in front.
      await page.evaluate(() => {
        navigator.clipboard.writeText = (text) => {
          document.documentElement.dataset.copied = text;
          return Promise.resolve();
        };
      });
      const copied = () => page.evaluate(() => document.documentElement.dataset.copied ?? "");
      await checked(page);
      await openStep(page, say("step.access"));
      const ask = page.getByRole("button", { name: say("ui.ask") }).first();
      await ask.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("menuitem", { name: say("ui.ask.copy"), exact: true }).waitFor();
      await checkScreen(`ask-${screen}-menu`);
      await page.getByRole("menuitem", { name: say("ui.ask.copy"), exact: true }).press("Enter");
      await page
        .locator("[data-id=said]")
        .filter({ hasText: say("ui.ask.copied") })
        .waitFor();
      await checkScreen(`ask-${screen}-copied`);
      const text = await copied();
      assert.match(text, /^Could you change something for me in Setup of the Salesforce org Northwind/);
      assert.match(text, /mcc\.system@example\.com/);
      await ask.press("Enter");
      // The menu moves the focus to its first item by itself: a key before that would meet another one.
      await isFocused(page, say("ui.ask.copy"));
      await page.keyboard.press("ArrowDown");
      await isFocused(page, say("ui.ask.copy-masked"));
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !document.documentElement.dataset["copied"]?.includes("mcc.system"), undefined, {
        polling: 100
      });
      assert.doesNotMatch(await copied(), /example\.com|Weiler/);
    });

  for (const [what, step, id] of [
    ["what is OK", "access", "folded"],
    ["what is only recommended", "users", "notes"]
  ] as const)
    test(`from ${what}, folded away as it is`, async () => {
      const { page, checkScreen } = await harness.revisit({ scenario: "several-faults" });
      await page.evaluate(() => {
        navigator.clipboard.writeText = (text) => {
          document.documentElement.dataset.copied = text;
          return Promise.resolve();
        };
      });
      await checked(page);
      await openStep(page, say(`step.${step}`));
      const fold = page.locator(`details[data-id=${id}]`);
      await fold.locator("summary").first().click();
      const card = fold.locator("c-mcc-finding, c-mcc-visit").first();
      if (id === "folded") await card.locator("summary").click();
      await card.getByRole("button", { name: say("ui.ask") }).click();
      await isFocused(page, say("ui.ask.copy"));
      await page.keyboard.press("Enter");
      await card
        .locator("[data-id=said]")
        .filter({ hasText: say("ui.ask.copied") })
        .waitFor();
      const text = await page.evaluate(() => document.documentElement.dataset["copied"] ?? "");
      assert.match(
        text,
        id === "folded"
          ? /^Could you look something up for me in the Salesforce org Northwind/
          : /^Could you change something for me in /
      );
      await checkScreen(`ask-${id}`);
    });
});
