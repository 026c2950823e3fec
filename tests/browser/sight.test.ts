// Every step in each width, theme, language, and in forced colors: axe, nothing too wide, nothing too small to press.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";
import { checked, openStep, unfold } from "./wizard.ts";

/** WCAG 2.2, 2.5.8. */
const TARGET = 24;

/**
 * @returns what can be pressed and is smaller than a finger needs, where a circle of that size around its middle would reach
 * something else that can be pressed; links within a sentence are excepted, as in WCAG
 */
const small = (page: Page, least: number): Promise<string[]> =>
  page.locator("button, summary, select, a[href], input, textarea, [role=slider]").evaluateAll((all, size) => {
    const targets = all
      .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== "inline")
      .map((element) => {
        const [label] =
          element instanceof HTMLInputElement && element.type === "checkbox" ? (element.labels ?? []) : [];
        return { element, box: (label ?? element).getBoundingClientRect() };
      })
      .filter(({ box }) => box.width > 0);
    return targets
      .filter(({ box, element }) => {
        if (box.width >= size && box.height >= size) return false;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return targets.some((other) => {
          if (other.element === element) return false;
          const away = [
            Math.max(other.box.left - x, 0, x - other.box.right),
            Math.max(other.box.top - y, 0, y - other.box.bottom)
          ] as const;
          return Math.hypot(...away) < size / 2;
        });
      })
      .map(({ element, box }) => {
        const name = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
        return `${element.tagName} ${element.getAttribute("class") ?? ""} "${name}" ${String(box.width)} × ${String(box.height)}`;
      });
  }, least);

/** Each width, theme and language, though not each with each. */
const LOOKS = [
  { width: 1280, theme: "light", language: "en", forced: false },
  { width: 768, theme: "dark", language: "sv", forced: false },
  { width: 390, theme: "light", language: "sv", forced: false },
  { width: 320, theme: "dark", language: "en", forced: true }
] as const;

describe("how it looks", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const { width, theme, language, forced } of LOOKS)
    test(`${String(width)}, ${forced ? "forced colors" : theme}, ${language}: every step, unfolded, can be read and fits, and what can be pressed is as large as a finger needs`, async () => {
      const { page, checkScreen } = await harness.open({ width });
      if (forced) await page.emulateMedia({ forcedColors: "active" });
      await page.goto(`${harness.url}?scenario=several-faults&language=${language}&theme=${theme}`);
      await checked(page);
      await page.locator("c-mcc-history").waitFor();
      for (const step of await page.locator("button[data-step]").all()) {
        if ((await step.getAttribute("aria-expanded")) !== "true") await step.click();
        await page.locator("c-mcc-step").waitFor();
        await unfold(page);
        const name = `look-${String(width)}-${(await step.getAttribute("data-step")) ?? ""}`;
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(over <= 0, `${name} is ${String(over)} too wide`);
        assert.deepEqual(await small(page, TARGET), [], name);
        await checkScreen(name);
      }
    });

  test("in forced colors, the focus of each kind of button is framed, and bars and statuses are seen", async () => {
    const { page } = await harness.open();
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${harness.url}?scenario=several-faults`);
    await checked(page);
    for (const place of [
      "c-mcc-verdict lightning-button",
      "c-mcc-verdict lightning-button-menu",
      "c-mcc-plan c-mcc-button",
      "c-mcc-step lightning-button"
    ]) {
      const host = page.locator(place).first();
      await host.locator("button").first().focus();
      const framed = await host.evaluate((element) =>
        [element, ...element.querySelectorAll("button"), ...(element.shadowRoot?.querySelectorAll("button") ?? [])]
          .map((each) => getComputedStyle(each))
          .some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)
      );
      assert.ok(framed, place);
    }
    await page.locator("c-mcc-history .stretch").first().waitFor();
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const bar of await page.locator("c-mcc-history .stretch").all())
      assert.notEqual(await bar.evaluate((each) => getComputedStyle(each).backgroundColor), canvas);
    await openStep(page, say("step.people"));
    const cells = page.locator("c-mcc-matrix .cell .status-text");
    assert.ok((await cells.count()) > 0);
    for (const cell of await cells.all()) assert.equal(await cell.isVisible(), true);
  });
});
