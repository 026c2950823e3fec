// Mending beside the page: what is said after each check, and what stays while it runs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { ACTS, calling, Holding, lineOf } from "./disturbances.ts";
import { say } from "./words.ts";
import { answer, checkAgain, checked, eventually, focusOn, openStep, overview, stepsOf, verdictOf } from "./wizard.ts";

const SCENARIO = "several-faults";
const APP = "0H4000000000001";

const answerIn = (page: Page): Locator => page.locator("[data-id=answer]");
const doneIn = (card: Locator): Locator => card.getByRole("button", { name: say("ui.check-step-again") });
const status = (page: Page): Locator => page.getByRole("status").first();
const start = (key: string): string => say(key).split("{")[0] ?? "";

describe("mending the org beside the wizard", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const permittedUsers = (page: Page): Locator =>
    page
      .getByRole("article")
      .filter({ hasText: say("permitted-users.name") })
      .first();

  test("without a change: the answer says that it is the same, and when, with the focus and the live region", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await checked(page);
    await openStep(page, say("step.connected-app"));
    await doneIn(permittedUsers(page)).click();
    const answer = permittedUsers(page).locator("[data-id=answer]");
    await answer.waitFor();
    const text = (await answer.innerText()).trim();
    assert.match(text, new RegExp(`^${start("ui.recheck.same")}\\d`));
    await focusOn(page, text);
    await status(page).getByText(text).waitFor();
    await checkScreen("loop-same");
  });

  test("coming back from Setup checks the step by itself: fixed, what is next, what is done", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await checked(page);
    await openStep(page, say("step.connected-app"));
    const [setup] = await Promise.all([
      page.waitForEvent("popup"),
      permittedUsers(page)
        .getByRole("link", { name: say("ui.opens-new-tab") })
        .first()
        .click()
    ]);
    await setup.waitForLoadState();
    const org = await harness.org(SCENARIO);
    org.change("ConnectedApplication", APP, { OptionsAllowAdminApprovedUsersOnly: true });
    await setup.close();
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    const answer = answerIn(page).filter({ hasText: say("ui.recheck.fixed") });
    await answer.waitFor();
    const text = (await answer.innerText()).trim();
    await focusOn(page, text);
    await status(page).getByText(text).waitFor();
    await page
      .locator("[data-id=progress]")
      .getByText(/^1 of \d+ done$/)
      .click();
    await page.locator("[data-id=progress]").getByRole("button").first().waitFor();
    await checkScreen("loop-fixed");
  });

  test("a connection that is lost takes nothing back: the verdict and the findings stay, marked with their time", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO, faulty: true });
    await checked(page);
    const before = await overview(page);
    const line = await lineOf(page);
    line.disturb(calling(ACTS.cut));
    await openStep(page, say("step.connected-app"));
    await doneIn(permittedUsers(page)).click();
    await answerIn(page)
      .filter({ hasText: start("ui.recheck.not-checked").trim() })
      .waitFor();
    assert.deepEqual(await overview(page), before);
    assert.match(await permittedUsers(page).locator("[data-id=as-of]").innerText(), /\d/);
    await checkScreen("loop-lost");
    await checkAgain(page).click();
    await page.locator("[data-id=miss]").waitFor();
    assert.deepEqual(await overview(page), before);
    assert.equal(await page.locator("[data-id=facts]").getByText(say("ui.org-unknown")).count(), 0);
    line.disturb();
    await checkAgain(page).click();
    await page.locator("[data-id=as-of]").first().waitFor({ state: "detached" });
    await checked(page);
    assert.equal(await page.locator("[data-id=miss]").count(), 0);
    assert.deepEqual(await overview(page), before);
  });

  test("while everything is checked again, verdict, steps and org stay, and it is said that they are being checked", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO, faulty: true });
    await checked(page);
    const before = await overview(page);
    const line = await lineOf(page);
    const held = new Holding();
    line.disturb(held.calls);
    await checkAgain(page).click();
    await held.some;
    await page.locator("[data-id=facts]").getByText(say("ui.checking-again")).waitFor();
    assert.equal(await verdictOf(page).innerText(), before.verdict);
    const during = (await overview(page)).steps.map((text) => text.replace(` ${say("status.checking")}`, ""));
    assert.deepEqual(during, before.steps);
    await checkScreen("loop-checking-again");
    line.disturb();
    await held.letGo();
    await checked(page);
  });

  test("Next problem leads to what the plan has first", async () => {
    const { page } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await checked(page);
    await openStep(page, say("step.people"));
    await page.getByRole("button", { name: say("ui.next-problem") }).click();
    const heading = page.locator("c-mcc-step h2");
    await heading.filter({ hasNotText: say("step.people") }).waitFor();
    const next = await heading.innerText();
    await openStep(page, say("step.people"));
    await page.getByRole("button", { name: say("ui.show-it") }).click();
    await heading.filter({ hasText: next }).waitFor();
  });

  test("an answer that a person gives is heard with the verdict", async () => {
    const { page } = await harness.revisit({ anew: true, scenario: "healthy-to-confirm" });
    await checked(page);
    await openStep(page, say("step.marketing-cloud"));
    await answer(page, "api-user-integrated.answer.not-integrated").click();
    await status(page).getByText(say("verdict.blocked")).waitFor();
  });

  test("the first check is refused: the page names the connection, and then opens what comes first", async () => {
    const { page } = await harness.revisit({ anew: true, scenario: SCENARIO, faulty: true });
    const line = await lineOf(page);
    line.disturb(calling(ACTS.cut));
    await page.reload();
    await page.getByText(say("ui.lost")).waitFor();
    assert.equal(await page.getByText(say("ui.no-access")).count(), 0);
    line.disturb();
    await checkAgain(page).click();
    await checked(page);
    const open = await page.locator("c-mcc-step h2").innerText();
    assert.notEqual(open, say("step.people"));
  });

  test("on a phone an opened step comes to the top, and a second tap closes it", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO, width: 390 });
    await checked(page);
    const step = (key: string): Locator =>
      stepsOf(page)
        .locator("button.name")
        .filter({ hasText: say(key) });
    for (const key of ["step.package", "step.users", "step.marketing-cloud"]) {
      await openStep(page, say(key));
      await page
        .locator("button.name[aria-expanded=true]")
        .filter({ hasText: say(key) })
        .waitFor();
      await eventually(
        () => step(key).boundingBox(),
        (box) => box !== null && box.y > -1 && box.y < 100,
        `${key} is on top`
      );
    }
    await checkScreen("loop-phone");
    await step("step.marketing-cloud").click();
    await page.locator("c-mcc-step").waitFor({ state: "detached" });
    await page.getByRole("button", { name: say("ui.show-it") }).click();
    const title = page.getByRole("article").getByRole("heading", { level: 3 }).first();
    await title.waitFor();
    await eventually(
      () => title.boundingBox(),
      (box) => box !== null && box.y < 300,
      "the card is in sight"
    );
    assert.equal(await page.evaluate(() => document.activeElement !== document.body), true);
  });
});
