// Following the plan by mouse until the page is healthy; counts the clicks.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { cardInFocus, mend, SCENARIO, worth } from "./mends.ts";
import { say } from "./words.ts";
import { checked, eventually, rightAnswers } from "./wizard.ts";

describe("a new admin, from the first look to healthy", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("following the plan mends each fault, says so each time, never goes back, and ends healthy", async (t) => {
    const { page, checkScreen } = await harness.visit({ scenario: SCENARIO });
    await checked(page);
    const org = await harness.org(SCENARIO);
    const healthy = page.getByRole("heading", { level: 1, name: say("verdict.healthy") });
    let clicks = 0;
    let before = await worth(page);
    assert.ok(before > 0);

    for (let visit = 0; visit < 30 && (await healthy.count()) === 0; visit++) {
      await page.getByRole("button", { name: say("ui.show-it") }).click();
      clicks++;
      const card = await eventually(() => cardInFocus(page), Boolean, "Show it leads to a card");
      assert.ok(card);
      t.diagnostic(`${card.title}: ${card.faults.map(({ check }) => check).join(", ")}`);
      const article = page
        .getByRole("article")
        .filter({ has: page.getByRole("heading", { name: card.title }) })
        .first();

      const isMended = mend(org, card);
      if (isMended) {
        await article.locator("[data-id=check] button").click();
        clicks++;
        const said = page.locator("p[data-id=answer]").first();
        await said.waitFor();
        assert.match((await said.innerText()).trim(), /^(?:Fixed\.|\d+ of \d+ fixed\.)/, card.title);
      }
      // What only a person can see on the same page is answered in the same visit.
      const questions = rightAnswers(page);
      const open = await questions.count();
      const undo = page.getByRole("button", { name: say("ui.confirm.undo"), exact: true });
      let answered = await undo.count();
      assert.ok(isMended || open > 0, `${card.title}: nothing to do`);
      for (let left = open; left > 0; left--) {
        await questions.first().click();
        clicks++;
        await undo.nth(answered++).waitFor();
      }
      const now = await worth(page);
      assert.ok(now <= before, `${card.title}: from ${String(before)} to ${String(now)}`);
      before = now;
    }
    await healthy.waitFor();
    t.diagnostic(`clicks: ${String(clicks)}`);
    await checkScreen("walk-healthy");
  });
});
