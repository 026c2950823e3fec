// The walk to healthy by keyboard alone: the focus is never lost. walk.test.ts is the same by mouse.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { cardInFocus, mend, SCENARIO, worth } from "./mends.ts";
import { say } from "./words.ts";
import { checked, rightAnswers } from "./wizard.ts";

/** Presses of Tab, at most, from any place of the page to any other. */
const FAR = 400;
const VISITS = 30;
/** On a phone, only where the steps stand is another: the first two fixes show it. */
const VISITS_ON_A_PHONE = 2;

/** Where the focus is: the element, then the components around it. */
interface Focus {
  /** Nowhere: whoever has only a keyboard begins at the top again. */
  readonly isLost: boolean;
  /** Values of `data-id`, from the inside to the outside. */
  readonly ids: readonly string[];
  /** The first answer of a question: the right one. */
  readonly isRightAnswer: boolean;
  readonly text: string;
}

const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const ids: string[] = [];
    let isRightAnswer = false;
    for (let outer: Element | null = at; outer;) {
      const { id, answer } = (outer as HTMLElement).dataset;
      if (id !== undefined) ids.push(id);
      if (answer !== undefined) isRightAnswer = outer.parentElement?.querySelector("[data-answer]") === outer;
      outer = outer.parentElement ?? (outer.getRootNode() as Partial<ShadowRoot>).host ?? null;
    }
    return { isLost: at === null || at === document.body, ids, isRightAnswer, text: at?.textContent.trim() ?? "" };
  });

/** Goes from place to place by a key, until the focus is where it is wanted. */
async function reach(page: Page, key: "Tab" | "Shift+Tab", wanted: (focus: Focus) => boolean): Promise<void> {
  for (let presses = 0; presses < FAR; presses++) {
    await page.keyboard.press(key);
    if (wanted(await focusOf(page))) return;
  }
  assert.fail(`no way there by ${key}`);
}

async function until(page: Page, wanted: (focus: Focus) => boolean): Promise<Focus> {
  for (;;) {
    const focus = await focusOf(page);
    if (wanted(focus)) return focus;
    await page.waitForTimeout(50);
  }
}

describe("by keyboard alone, from the first look to the last fix", { skip: noChromium() }, () => {
  let harness: Harness;
  // Each walk mends the org.
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  for (const [width, most] of [
    [1280, VISITS],
    [390, VISITS_ON_A_PHONE]
  ] as const)
    test(`at ${String(width)}${most === VISITS ? "" : ", the first fixes"}: each fix is said, and the focus is never lost`, async (t) => {
      const { page } = await harness.visit({ scenario: SCENARIO, width });
      await checked(page);
      const org = await harness.org(SCENARIO);
      const healthy = page.getByRole("heading", { level: 1, name: say("verdict.healthy") });
      let before = await worth(page);
      let key: "Tab" | "Shift+Tab" = "Tab";

      for (let visit = 0; visit < most && (await healthy.count()) === 0; visit++) {
        await reach(page, key, ({ ids }) => ids[0] === "show");
        key = "Shift+Tab";
        await page.keyboard.press("Enter");
        let card = await cardInFocus(page);
        for (; !card; card = await cardInFocus(page)) await page.waitForTimeout(50);
        t.diagnostic(card.title);
        if (mend(org, card)) {
          await reach(page, "Tab", ({ ids }) => ids[0] === "check");
          await page.keyboard.press("Enter");
          const { text } = await until(page, ({ ids }) => ids[0] === "answer");
          assert.match(text, /^(?:Fixed\.|\d+ of \d+ fixed\.)/, card.title);
          await page.getByRole("status").first().filter({ hasText: text }).waitFor({ state: "attached" });
        }
        for (let left = await rightAnswers(page).count(), back = mended(await focusOf(page)); left > 0; left--) {
          await reach(page, back ? "Shift+Tab" : "Tab", ({ isRightAnswer }) => isRightAnswer);
          await page.keyboard.press("Space");
          const { isLost } = await until(page, ({ ids }) => ids[0] === "undo");
          assert.equal(isLost, false, card.title);
        }
        const now = await worth(page);
        assert.ok(now <= before, `${card.title}: from ${String(before)} to ${String(now)}`);
        before = now;
      }
      if (most === VISITS) await healthy.waitFor();
      assert.equal((await focusOf(page)).isLost, false);
    });
});

/** Whether the focus is behind the questions, at what came of the check. */
const mended = ({ ids }: Focus): boolean => ids[0] === "answer";
