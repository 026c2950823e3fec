// What the org remembers for the next visit, and what two tabs do to each other.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";
import { answer, checked, eventually, openStep, rightAnswers } from "./wizard.ts";

const SCENARIO = "healthy-to-confirm";
const APP = "0H4000000000001";

const undo = (page: Page) => page.getByRole("button", { name: say("ui.confirm.undo"), exact: true });
/** What begins as the message does, up to the first of its places. */
const start = (text: string): RegExp => new RegExp(`^${(/^[^{(]+/.exec(text) ?? [""])[0]}`);

describe("what the org remembers", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("people and confirmations are there after a reload, and are asked again when the app's policies change", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await checked(page);
    await openStep(page, say("step.people"));
    const use = page.getByRole("button", { name: start(say("ui.people.confirm-guess")) });
    await use.click();
    await use.waitFor({ state: "detached" });
    await openStep(page, say("step.connected-app"));
    await rightAnswers(page).first().waitFor();
    await page.getByLabel(say("ui.confirm.note")).first().fill("Seen in Setup");
    const open = await rightAnswers(page).count();
    assert.equal(open, 2);
    for (const answered of [0, 1]) {
      await rightAnswers(page).first().click();
      await undo(page).nth(answered).waitFor();
    }

    await page.reload();
    await checked(page);
    await openStep(page, say("step.people"));
    assert.equal(await use.count(), 0);
    await page.getByText(start(say("ui.history.changes"))).click();
    await page
      .getByRole("button", { name: `now “${say("status.confirmed")}”` })
      .first()
      .click();
    await page.getByRole("heading", { level: 2, name: say("step.connected-app") }).waitFor();
    await undo(page).first().waitFor();
    assert.equal(await rightAnswers(page).count(), 0);
    await page.getByText("Seen in Setup").first().waitFor();
    await checkScreen("memory-kept");

    (await harness.org(SCENARIO)).change("ConnectedApplication", APP, { OptionsAllowAdminApprovedUsersOnly: true });
    await page.getByRole("button", { name: say("ui.check-again"), exact: true }).click();
    await rightAnswers(page).nth(1).waitFor();
    assert.equal(await page.getByText(say("basis.policies")).count(), 2);
    await checkScreen("memory-lapsed");
  });

  test("of two tabs that answer the same at once, one wins and the other is told", async () => {
    const [one, other] = [
      await harness.revisit({ anew: true, scenario: SCENARIO }),
      await harness.visit({ scenario: SCENARIO, width: 390 })
    ];
    for (const { page } of [one, other]) {
      await checked(page);
      await openStep(page, say("step.connected-app"));
      await rightAnswers(page).first().waitFor();
    }
    await Promise.all([
      rightAnswers(one.page).first().click(),
      answer(other.page, "ip-relaxation.answer.enforce").first().click()
    ]);
    for (const { page } of [one, other]) await undo(page).first().waitFor();
    // The one who is told is told twice: beside the answer, and in the live region.
    await eventually(
      () =>
        Promise.all(
          [one, other].map(({ page }) => page.getByText(say("ui.confirm.changed").replace("{by} ", "")).count())
        ),
      (counts) => isDeepStrictEqual([...counts].sort(), [0, 2]),
      "one is told"
    );
    await eventually(
      () => Promise.all([one, other].map(({ page }) => page.getByRole("strong").allTextContents())),
      ([mine, theirs]) => mine !== undefined && mine.length > 0 && isDeepStrictEqual(mine, theirs),
      "both read the same"
    );
    await other.checkScreen("memory-two-tabs");
  });

  test("everyone with a box ticked is checked: the result is whole, and the page can be used meanwhile", async () => {
    const { page, checkScreen } = await harness.revisit({ scenario: "large" });
    await checked(page);
    await openStep(page, say("step.people"));
    await page.getByText(start(say("ui.people.everyone"))).click();
    await page.getByRole("heading", { level: 1, name: say("verdict.checking") }).waitFor();
    await openStep(page, say("step.connected-app"));
    await openStep(page, say("step.people"));
    await checked(page);
    await page.getByText(/^50 of 1,950$/).waitFor();
    await checkScreen("everyone");
    await page.getByRole("combobox", { name: say("ui.people.show"), exact: true }).click();
    await page.getByRole("option", { name: /^1,\d{3} OK$/ }).click();
    await page
      .getByText(/^50 of 1,[0-8]\d{2}$/)
      .first()
      .waitFor();
  });
});
