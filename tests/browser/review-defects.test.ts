import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { ROOT } from "../../build/project.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { Holding, lineOf } from "./disturbances.ts";
import { say, STEPS } from "./words.ts";
import { answer, checkAgain, checked, openStep, rightAnswers, useGuess, verdictOf } from "./wizard.ts";

/*
 * Defects that a review found on an earlier page (docs/review-of-the-wizard.md says which test holds which). Those of one
 * scenario are looked at on one visit, each in a subtest of its own.
 */

const SCENARIO = "several-faults";

const cards = (page: Page): Locator => page.locator("c-mcc-step").getByRole("article");
const openCards = (page: Page): Locator => page.locator("c-mcc-step > * > ul > li").getByRole("article");
const cardOf = (page: Page, text: string): Locator => cards(page).filter({ hasText: text }).first();
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, "");

const undo = (page: Page): Locator => page.getByRole("button", { name: say("ui.confirm.undo"), exact: true });

/** @returns labels whose text begins left of where their box or circle ends: it has wrapped below it */
const wrapped = (page: Page): Promise<string[]> =>
  page.locator("label").evaluateAll((labels) =>
    labels.flatMap((label) => {
      const mark = label.querySelector(".slds-checkbox_faux, .slds-radio_faux, input[type=radio]");
      const text = label.querySelector(".slds-form-element__label, input[type=radio] + span");
      if (!mark || !text || !label.checkVisibility()) return [];
      const end = mark.getBoundingClientRect().right;
      const lines = [...text.getClientRects()];
      return lines.some(({ left }) => left < end) ? [text.textContent] : [];
    })
  );

/** Keeps what is copied: the real clipboard is one for all pages, and belongs to the page in front. */
const keepCopies = (page: Page): Promise<void> =>
  page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset.copied = text;
      return Promise.resolve();
    };
  });

async function askForCase(page: Page): Promise<void> {
  await page.locator("c-mcc-verdict lightning-button-menu button").first().click();
  await page.getByRole("menuitem", { name: say("ui.report.copy") }).click();
}

async function openCase(page: Page): Promise<string> {
  await askForCase(page);
  return page.locator("[data-id=case]").innerText();
}

describe("what a review found: several faults", { skip: noChromium() }, () => {
  let harness: Harness;
  let page: Page;
  before(async () => {
    harness = await startHarness();
    ({ page } = await harness.visit({ scenario: SCENARIO }));
    await checked(page);
  });
  after(() => harness.close());

  test("A35: the page says what it is, and what for", async () => {
    const head = await page.locator("c-mcc-verdict").innerText();
    assert.ok(head.includes(say("product.name")) && head.includes(say("product.about")));
  });

  test("A8: reloading saves no second check, and what broke it is still told", async () => {
    const since = page.locator("[data-id=changes] > summary");
    const runs = page.locator("c-mcc-history tbody tr");
    const table = page.getByText(say("ui.history.table"));
    const today = await page.evaluate(() => new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format());
    await table.click();
    // Saving comes after what the person sees.
    await runs.first().filter({ hasText: today }).waitFor();
    const [before, count] = [await since.innerText(), await runs.count()];
    assert.ok(before.startsWith(say("ui.history.changes-healthy").split("{")[0] ?? "?"));
    await page.reload();
    await checked(page);
    await checkAgain(page).click();
    await checked(page);
    await table.click();
    await runs.first().waitFor();
    assert.deepEqual([await since.innerText(), await runs.count()], [before, count]);
    await since.click();
    await page.locator("[data-id=changes]").getByText("All users may self-authorize").first().waitFor();
  });

  test("A13, A14: the text for a case is plain, is shown first, and keeps what Support asks for", async () => {
    await keepCopies(page);
    const text = await openCase(page);
    assert.doesNotMatch(text, /\||\*\*|^#/m);
    assert.ok(text.split("\n").length > 5);
    for (const expected of [
      /00D\w{12}/,
      /Enterprise Edition/,
      /USA123/,
      /MCC Health: \d/,
      /Salesforce Platform/,
      /Nov|since/i
    ])
      assert.match(text, expected);
    assert.doesNotMatch(text, /Rosa Lindgren|License \d|Profile \d/);
    await page.getByText(say("ui.report.preview.masked")).waitFor();
    await page.getByRole("button", { name: say("ui.report.copy-text"), exact: true }).click();
    await page.getByText(say("ui.report.copied-masked")).first().waitFor();
    assert.equal((await page.locator("html").getAttribute("data-copied"))?.trim(), text.trim());
    await page.getByRole("button", { name: say("ui.report.close"), exact: true }).click();
  });

  test("A43: masking is a checkbox in sight, and closes nothing", async () => {
    const mask = page.getByRole("checkbox", { name: say("ui.report.mask") });
    await openCase(page);
    await mask.press("Space");
    await page.locator("[data-id=case]").filter({ hasText: "Rosa Lindgren" }).waitFor();
    await mask.press("Space");
    await page.locator("[data-id=case]").filter({ hasNotText: "Rosa Lindgren" }).waitFor();
    await page.getByRole("button", { name: say("ui.report.close"), exact: true }).click();
  });

  test("A20: a step says how much is to do: as many as it has cards", async () => {
    for (const step of ["step.access", "step.connected-app", "step.users"]) {
      await openStep(page, say(step));
      const count = await openCards(page).count();
      assert.ok(count > 0);
      const button = page.locator(`button[data-step=${step.replace("step.", "")}]`);
      assert.match(await button.innerText(), new RegExp(`\\b${String(count)} to do`), step);
    }
  });

  test("A28, A32, A38: three settings of one page are one card with one save, which says who changed them", async () => {
    await openStep(page, say("step.connected-app"));
    assert.equal(await openCards(page).count(), 1);
    const card = cards(page).first();
    assert.equal(await card.locator("[data-id=fields] tbody tr").count(), 3);
    const text = await card.innerText();
    assert.equal(text.match(/Click Save\./g)?.length, 1);
    assert.match(await card.locator("[data-id=changed]").innerText(), /Ada Fields changed Permitted Users/);
    const lapsed = card.locator("[data-id=lapsed]");
    const gap = await lapsed.evaluate((line) => {
      const next = line.nextElementSibling?.getBoundingClientRect().top ?? 0;
      return next - line.getBoundingClientRect().bottom;
    });
    assert.ok(gap > 0, "the line that says what lapsed sticks to what follows");
  });

  test("A30, A32: an assignment that ends is extended, not given again; who took away the other is told", async () => {
    await openStep(page, say("step.access"));
    const ways = cards(page).first().locator("[data-id=way]");
    const jonas = await ways.filter({ hasText: "Jonas Weiler" }).innerText();
    assert.match(jonas, /Manage Assignment Expiration/);
    assert.doesNotMatch(jonas, /Add Assignment/);
    assert.match(
      await cards(page).first().locator("[data-id=changed]").innerText(),
      /removed Marketing Cloud Integration/
    );
  });

  test("A29: advice is folded into one line, and says what must change before the profile can", async () => {
    await openStep(page, say("step.users"));
    for (const card of await openCards(page).all())
      assert.doesNotMatch(await card.innerText(), new RegExp(`^${say("status.note")}`));
    const advice = page.locator("c-mcc-step details > summary").filter({ hasText: /recommendation/ });
    await advice.click();
    assert.match(
      await cardOf(page, "Rosa Lindgren isn't an admin").innerText(),
      /set User License to “Salesforce” first/
    );
  });

  test("A33: the panel follows the list of steps, which say what is open; no two links or buttons have one name", async () => {
    const expanded = page.locator("button[data-step][aria-current], button[data-step][aria-expanded=true]");
    assert.equal(await expanded.count(), 1);
    assert.equal(await page.locator("ol.steps c-mcc-step").count(), 0);
    const names = await cards(page)
      .locator("a, c-mcc-button button")
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent.trim()));
    assert.ok(names.length > 3);
    const twice = names.filter((name, at) => names.indexOf(name) !== at && !/Knowledge|Help|Reference/.test(name));
    assert.deepEqual(twice, []);
  });

  test("A39: from right to left, the ways back and on point the other way, and the bar of the open step is on the right", async () => {
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await openStep(page, say("step.access"));
    const icon = (id: string): Promise<string | null> =>
      page.locator(`[data-id=${id}]`).evaluate((button) => (button as unknown as { iconName: string }).iconName);
    assert.deepEqual([await icon("previous"), await icon("next")], ["utility:chevronright", "utility:chevronleft"]);
    const bar = await page.locator("button[data-step][aria-current]").evaluate((button) => {
      const { borderRightWidth, borderLeftWidth } = getComputedStyle(button);
      return parseFloat(borderRightWidth) > parseFloat(borderLeftWidth);
    });
    assert.ok(bar);
    await page.evaluate(() => (document.documentElement.dir = ""));
  });

  test("A10: a wrong answer has a fix of its own, and a way to say that it is done", async () => {
    await openStep(page, say("step.marketing-cloud"));
    await answer(page, "api-user-roles.answer.neither").click();
    const roles = cardOf(page, say("api-user-roles.answer.neither"));
    await roles.getByRole("button", { name: say("ui.confirm.fixed") }).waitFor();
    const text = plain(await roles.innerText());
    assert.match(text, /Manage Roles|Edit Roles|add/i);
  });

  test("A27, A36: an answer is kept with its value; its line says it, who gave it, and until when it counts", async () => {
    await openStep(page, say("step.marketing-cloud"));
    await answer(page, "scope-by-user.answer.on").click();
    await cards(page).first().getByText(say("scope-by-user.on.title")).waitFor();
    await page.reload();
    await checked(page);
    await openStep(page, say("step.marketing-cloud"));
    await page.locator("c-mcc-step details > summary").filter({ hasText: /OK/ }).first().click();
    const line = page.locator("c-mcc-finding summary").filter({ hasText: say("scope-by-user.on.title") });
    await line.waitFor();
    assert.match(await line.innerText(), /Ada Fields.*20\d\d/s);
  });

  test("A25: who sees the settings open, while this org says that nothing can work, is told that both can't be", async () => {
    await openStep(page, say("step.reconnect"));
    await answer(page, "marketing-cloud-tab.answer.settings").click();
    await page
      .getByRole("button", { name: say("ui.confirm.undo"), exact: true })
      .first()
      .waitFor();
    assert.equal(await verdictOf(page).innerText(), say("verdict.blocked"));
    await page.locator("[data-id=at-odds]").waitFor();
  });
});

describe("what a review found: one question, one answer", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("A2, A26, A42: the tab is asked about once, the answer is kept, and nobody is sent to reconnect too early", async () => {
    const { page } = await harness.visit({ scenario: "healthy-to-confirm" });
    await checked(page);
    await openStep(page, say("step.reconnect"));
    assert.equal(await page.locator("c-mcc-step [type=radio]").count(), 0, "a second question");
    assert.match(await page.locator("c-mcc-step").innerText(), /this org's address/);
    await answer(page, "marketing-cloud-tab.answer.connect").click();
    const first = page.locator("[data-id=plan] li").filter({ has: page.locator("[data-id=show]") });
    await first.waitFor();
    assert.equal(await first.getAttribute("data-line"), "people");
    await page.reload();
    await checked(page);
    await openStep(page, say("step.reconnect"));
    await page.locator("c-mcc-reconnect [data-id=connect] li").nth(1).waitFor();
    const single = await page
      .locator("c-mcc-step ol")
      .evaluateAll(
        (lists) =>
          lists.filter((list) => list.children.length === 1 && getComputedStyle(list).listStyleType === "decimal")
            .length
      );
    assert.equal(single, 0);
  });
});

describe("what a review found: narrow, nobody, many, slow", { skip: noChromium() }, () => {
  let harness: Harness;
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  before(async () => {
    const file = join(ROOT, "local/scenarios/healthy-to-confirm.json");
    const twice = JSON.parse(readFileSync(file, "utf8")) as { records: { ConnectedApplication: { Id: string }[] } };
    const [app] = twice.records.ConnectedApplication;
    twice.records.ConnectedApplication.push({ ...app, Id: "0H4000000000002" });
    writeFileSync(join(folder, "twice.json"), JSON.stringify(twice));
    harness = await startHarness(join(folder, "twice.json"));
  });
  after(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });

  test("A37: at 320, no label of a box or a circle wraps below it", async () => {
    const { page } = await harness.visit({ width: 320 });
    await checked(page);
    await openStep(page, say("step.package"));
    assert.ok((await page.locator("c-mcc-finding input[type=radio]").count()) > 1, "the choice of the app");
    assert.deepEqual(await wrapped(page), []);
    const { page: reconnecting } = await harness.visit({ width: 320, scenario: "reconnecting" });
    await checked(reconnecting);
    for (const step of STEPS) {
      await openStep(reconnecting, step);
      assert.deepEqual(await wrapped(reconnecting), [], step);
    }
  });

  test("A12: without candidates, the system user is still asked for, where the step says so", async () => {
    const { page } = await harness.visit({ scenario: "package-missing" });
    await checked(page);
    await openStep(page, say("step.people"));
    await page
      .getByRole("heading", { name: say("ui.people.system-user") })
      .first()
      .waitFor();
    const search = page.getByLabel(say("ui.people.search-system-user"));
    await search.fill("a");
    await search.press("Enter");
    const use = page.getByRole("button", { name: say("ui.people.as-system-user") }).first();
    await use.click();
    await page.getByRole("combobox", { name: say("ui.people.system-user") }).waitFor();
  });

  test("A17, A18, A34: many people with one fault are one card with their usernames; the grid begins with its answer", async () => {
    const { page } = await harness.visit({ scenario: "large" });
    await checked(page);
    await openStep(page, say("step.people"));
    const search = page.locator("c-mcc-people").getByLabel(say("ui.people.search"), { exact: true });
    await search.fill("an");
    await search.press("Enter");
    await page.locator("[data-id=count]").filter({ hasText: /\d/ }).first().waitFor();
    const results = page.locator(".results").first();
    assert.ok(await results.evaluate((list) => list.scrollHeight <= list.clientHeight + 1), "results are cut off");

    await page.getByText(/^Everyone with/).click();
    await page.locator("[data-id=shown]").waitFor();
    await checked(page);
    const grid = page.getByRole("grid", { name: say("ui.people.matrix") });
    assert.equal(await grid.getByRole("columnheader").nth(1).innerText(), say("ui.people.sum"));
    assert.equal(await grid.locator("button[tabindex='0']").count(), 1, "Tab stops");
    const name = grid.getByRole("rowheader").first();
    assert.equal(await name.evaluate((cell) => getComputedStyle(cell).position), "sticky");

    await openStep(page, say("step.access"));
    const card = openCards(page)
      .filter({ has: page.getByRole("button", { name: say("ui.visit.copy") }) })
      .first();
    await keepCopies(page);
    await card.getByRole("button", { name: say("ui.visit.copy") }).click();
    await page.waitForFunction(() => (document.documentElement.dataset.copied ?? "").includes("@"), null, {
      polling: 100
    });
    const copied = (await page.locator("html").getAttribute("data-copied")) ?? "";
    assert.ok(copied.trim().split("\n").length >= 40, copied.slice(0, 200));
    assert.ok((await openCards(page).count()) < 5);
  });

  test("A22: while an answer is late, a step that is known stands open, and the report says that it isn't ready", async () => {
    const { page } = await harness.open({ apart: true, faulty: true });
    const line = await lineOf(page);
    const held = new Holding("login-history");
    line.disturb(held.calls);
    await page.clock.install();
    await page.goto(`${harness.url}?scenario=${SCENARIO}`);
    await held.some;
    await page
      .locator("[data-step=connected-app]")
      .filter({ hasText: say("status.blocker") })
      .waitFor();
    await page.clock.fastForward(8_000);
    await cards(page).first().waitFor();
    await askForCase(page);
    await page.getByText(say("ui.report.not-yet")).first().waitFor();
    line.disturb();
    await held.letGo();
    await checked(page);
  });

  test("A24: one step checked anew doesn't make the rest new", async () => {
    const { page } = await harness.open({ apart: true });
    await page.clock.install();
    await page.goto(`${harness.url}?scenario=${SCENARIO}`);
    await checked(page);
    await page.clock.fastForward("10:00");
    const facts = page.locator("[data-id=facts]").filter({ hasText: /\b(?:9|1\d) min ago/ });
    await facts.waitFor();
    await openStep(page, say("step.access"));
    await cards(page).first().locator("[data-id=check] button").click();
    await page.locator("[data-id=answer]").first().waitFor();
    await facts.waitFor();
  });

  test("A24: what was confirmed since the last saved check is said not to be among the earlier checks yet", async () => {
    const { page } = await harness.visit({ scenario: "healthy-to-confirm" });
    await checked(page);
    await useGuess(page);
    for (const step of STEPS) {
      await openStep(page, step);
      for (let open = await rightAnswers(page).count(); open > 0; open--) {
        const undone = await undo(page).count();
        await rightAnswers(page).first().click();
        await undo(page).nth(undone).waitFor();
      }
    }
    await page.getByRole("heading", { level: 1, name: say("verdict.healthy") }).waitFor();
    const newer = page.locator("[data-id=newer]");
    await newer.getByText(say("ui.history.newer")).waitFor();
    await checkAgain(page).click();
    await newer.waitFor({ state: "detached" });
  });
});
