// Changes that the page makes: plan, agreement, outcome, undo, who may not, and why not. races.test.ts has what comes between.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness, type Where } from "../../scripts/browser/harness.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { say } from "./words.ts";
import { checked, focusOn, openStep, useGuess } from "./wizard.ts";

const SCENARIO = "several-faults";

const plan = (page: Page): Locator => page.locator("c-mcc-fix");
const fixAll = (page: Page): Locator => page.locator("c-mcc-plan [data-id=fix]");
const lines = (page: Page): Locator => plan(page).locator("li");
const states = (page: Page): Promise<string[]> =>
  lines(page).evaluateAll((all) => all.map((line) => line.getAttribute("data-state") ?? ""));

/** Opens the wizard on the scenario with its system user chosen, as somebody who may fix. */
async function opened(harness: Harness, where: Where = {}) {
  const visit = await harness.visit({ scenario: SCENARIO, ...where });
  await checked(visit.page);
  const guess = visit.page.getByRole("button", {
    name: new RegExp(`^${say("ui.people.confirm-guess", { user: "" })}`)
  });
  await openStep(visit.page, say("step.people"));
  if (await guess.count()) await useGuess(visit.page);
  return visit;
}

/** By keyboard: the checkbox is drawn by what lies over it. */
async function agreeToAll(page: Page): Promise<void> {
  const all = plan(page).getByRole("checkbox", { name: say("ui.fix.all") });
  const box = (await all.count()) ? all : plan(page).getByRole("checkbox").first();
  await box.focus();
  await page.keyboard.press("Space");
}

async function apply(page: Page): Promise<string> {
  await plan(page).locator("[data-id=apply]").click();
  const outcome = plan(page).locator("[data-id=outcome]");
  await outcome.waitFor();
  // Whether it helped is checked by itself.
  await plan(page)
    .locator("[data-id=afterwards]")
    .filter({ hasText: say("ui.fix.checking") })
    .waitFor({ state: "detached" });
  await checked(page);
  return outcome.innerText();
}

describe("fixing from the tab", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("all that can be fixed is planned, agreed to, made, checked and undone again", async () => {
    const { page, checkScreen } = await opened(harness);
    await fixAll(page).click();
    assert.equal(await plan(page).getByRole("checkbox", { checked: true }).count(), 0);
    await focusOn(page, /in Setup$/);
    await checkScreen("fix-plan");
    await agreeToAll(page);
    await checkScreen("fix-agreed");
    const count = await lines(page).count();
    assert.match(await apply(page), new RegExp(`^${String(count)} change`));
    assert.deepEqual([...new Set(await states(page))], ["done"]);
    await plan(page)
      .locator("[data-id=afterwards]")
      .filter({ hasText: say("ui.recheck.fixed") })
      .waitFor();
    await checkScreen("fix-done");
    await plan(page).locator("[data-id=close]").click();
    await plan(page).waitFor({ state: "detached" });

    const made = page.locator("c-mcc-history [data-id=made]");
    await made.locator("summary").click();
    await checkScreen("fix-history");
    const undo = made.getByRole("button", { name: say("ui.confirm.undo") });
    await undo.nth(count - 1).waitFor();
    const before = await undo.count();
    await undo.first().click();
    await agreeToAll(page);
    assert.equal(await apply(page), say("ui.fix.done.one", { count: "1" }));
    await made.locator("li", { hasText: say("change.status.undone") }).waitFor();
    assert.equal(await undo.count(), before - 1);

    await page.locator("lightning-button-menu button").first().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: say("ui.report.json") }).click()
    ]);
    const { changes } = JSON.parse(await readFile(await download.path(), "utf8")) as { changes: unknown[] };
    // The undo is a change, too.
    assert.equal(changes.length, count + 1);
  });
});

describe("fixing where something is in the way", { skip: noChromium() }, () => {
  let harness: Harness;
  let org: EmbeddedOrg;
  before(async () => {
    harness = await startHarness();
    org = await harness.org(SCENARIO);
  });
  after(() => harness.close());

  test("nothing is offered to those who may not fix", async () => {
    const { page } = await harness.open();
    const asked = page.waitForResponse((response) => response.url().includes("MccFixer.mayFix"));
    await page.goto(`${harness.url}?scenario=few-permissions`);
    await checked(page);
    await (await asked).finished();
    await page.locator("c-mcc-plan li").first().waitFor();
    await page.locator("c-mcc-history").waitFor();
    assert.equal(await page.locator("[data-id=fix]").count(), 0);
  });

  test("a permission that is missing in Setup is named, and its change can't be selected", async () => {
    const { store } = org.scenario;
    const mayManageUsers = (may: boolean): void => {
      const [held] = store.table("UserPermissionAccess").rows;
      assert.ok(held);
      store.change(held, { PermissionsManageUsers: may });
    };
    mayManageUsers(false);
    const { page, checkScreen } = await opened(harness, { width: 390, theme: "dark" });
    await fixAll(page).click();
    const lacks = plan(page).locator("[data-id=lacks]");
    await lacks
      .first()
      .filter({ hasText: say("permission.PermissionsManageUsers") })
      .waitFor();
    assert.equal(await plan(page).getByRole("checkbox").count(), (await lines(page).count()) - (await lacks.count()));
    await checkScreen("fix-lacking-phone-dark");
    mayManageUsers(true);
  });

  test("a plan reads in Swedish", async () => {
    const { page, checkScreen } = await harness.visit({ scenario: SCENARIO, language: "sv" });
    await fixAll(page).click();
    await plan(page).getByRole("checkbox").first().waitFor();
    await checkScreen("fix-swedish");
  });

  test("a trigger that refuses stops the plan, and its words are shown", async () => {
    const refusals = org.scenario.refusals as Record<string, { code: string; message: string }>;
    refusals["User"] = { code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "<b>Not on a Friday</b>" };
    const { page, checkScreen } = await opened(harness);
    await fixAll(page).click();
    await agreeToAll(page);
    assert.equal(await apply(page), say("ui.fix.partly", { done: "1", total: "3" }));
    assert.deepEqual(await states(page), ["done", "failed", "untried"]);
    await lines(page).nth(1).getByText("<b>Not on a Friday</b>").waitFor();
    await focusOn(page, say("ui.fix.partly", { done: "1", total: "3" }));
    await checkScreen("fix-half");
    delete refusals["User"];
    const given = org.scenario.store.table("MCC_Change__c").rows.map(({ values }) => values.Status__c);
    assert.deepEqual([...given].sort(), ["done", "failed", "failed"]);
  });

  test("a card says where its button would be why it can't be fixed here", async () => {
    const restore = org.scenario.store.savepoint();
    const [first] = org.scenario.store.table("UserLicense").rows;
    assert.ok(first);
    org.scenario.store.change(first, { UsedLicenses: first.values.TotalLicenses ?? 0 });
    const { page, checkScreen } = await opened(harness);
    await openStep(page, say("step.users"));
    const card = page.locator("c-mcc-finding", { hasText: "Lena Marsh" }).first();
    await card
      .locator("[data-id=withheld]")
      .filter({ hasText: /You can't fix this here\. No “Salesforce” license is available: all \d+ are in use\./ })
      .waitFor();
    assert.equal(await card.locator("[data-id=fix]").count(), 0);
    await checkScreen("fix-withheld");
    restore();
  });
});

describe("attaching a permission set to the app", { skip: noChromium() }, () => {
  const ROW = '{ works: true, how: "observed", on: "2026-05-04", apiVersion: "66.0" }';
  let harness: Harness;
  let org: EmbeddedOrg;
  before(async () => {
    harness = await startHarness();
    org = await harness.org(SCENARIO);
    const { store } = org.scenario;
    for (const row of store.table("SetupEntityAccess").rows)
      if (row.values.SetupEntityType === "ConnectedApplication") store.remove(row);
    const [held] = store.table("UserPermissionAccess").rows;
    assert.ok(held);
    store.change(held, { PermissionsManageProfilesPermissionsets: true });
  });
  after(() => harness.close());

  /** @param row what a scratch org has shown, put into the tables of the page's own script */
  async function openedWith(row: string): Promise<Page> {
    const { page } = await harness.open({ apart: true });
    let places = 0;
    await page.route("**/*.js*", async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const changed = text.replace(/(["']?attaching["']?: ?)\[\]/, (_all, name: string) => {
        places++;
        return `${name}[${row}]`;
      });
      await route.fulfill({ response, body: changed });
    });
    await page.goto(`${harness.url}?scenario=${SCENARIO}`);
    await checked(page);
    assert.equal(places, 1);
    return page;
  }
  const ATTACH = /^Attach the permission set “Marketing Cloud Connected App” to Salesforce Marketing Cloud/;

  for (const { name, row, offered } of [
    { name: "no org has shown that it works", row: "", offered: false },
    { name: "an org has shown that it works", row: ROW, offered: true }
  ])
    test(`is ${offered ? "offered, and made" : "not offered"} where ${name}`, async () => {
      const page = await openedWith(row);
      await fixAll(page).click();
      const box = plan(page).getByRole("checkbox", { name: ATTACH });
      await lines(page).first().waitFor();
      assert.equal(await box.count(), offered ? 1 : 0);
      if (offered) {
        await box.focus();
        await page.keyboard.press("Space");
        await apply(page);
        const attached = org.scenario.store.table("SetupEntityAccess").rows.map(({ values }) => values.SetupEntityType);
        assert.ok(attached.includes("ConnectedApplication"));
      }
      await page.close();
    });
});

describe("a plan of changes", { skip: noChromium() }, () => {
  test("is gone through by keyboard alone, and can be read in forced colors", async () => {
    const harness = await startHarness();
    try {
      const { page, checkScreen } = await opened(harness);
      await page.emulateMedia({ forcedColors: "active" });
      await fixAll(page).locator("button").focus();
      await page.keyboard.press("Enter");
      await plan(page).getByRole("checkbox").first().waitFor();
      await focusOn(page, /in Setup$/);
      await page.keyboard.press("Tab");
      // All, then each line, then Apply.
      await page.keyboard.press("Space");
      const boxes = await plan(page).getByRole("checkbox").count();
      for (let box = 0; box < boxes; box++) await page.keyboard.press("Tab");
      await focusOn(page, /^Apply 3 changes$/);
      await checkScreen("fix-forced-colors");
      await page.keyboard.press("Enter");
      await plan(page).locator("[data-id=outcome]").waitFor();
      await focusOn(page, /3 changes were made/);
      await checkScreen("fix-forced-colors-done");
      await checked(page);
      await page.keyboard.press("Tab");
      await focusOn(page, say("ui.fix.close"));
      await page.keyboard.press("Enter");
      await plan(page).waitFor({ state: "detached" });
    } finally {
      await harness.close();
    }
  });
});
