// From what a person sees, or an error text, to the card in two clicks. tests/product has every symptom and text.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { SYMPTOM_IDS, type CheckId, type Finding, type State, type SymptomId } from "../../checklist/index.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { changes, SEEN, TEXTS } from "../product/symptom-cases.ts";
import { shownOrgs } from "./shown-orgs.ts";
import { withChange } from "./with-change.ts";
import { checkAgain, checked } from "./wizard.ts";
import { say } from "./words.ts";

const choice = (page: Page, symptom: SymptomId): Locator =>
  page.getByRole("radio", { name: say(`symptom.${symptom}`), exact: true });
const choices = (page: Page): Locator => page.locator("[data-id=choose] input");
const results = (page: Page): Locator => page.locator("[data-id=symptom] [data-group] button");
const clear = (page: Page): Locator => page.getByRole("button", { name: say("ui.symptom.clear"), exact: true });
const field = (page: Page): Locator => page.getByLabel(say("ui.symptom.paste"));
const isOf = (check: CheckId): RegExp => new RegExp(`^${check}(/|$)`);

/** The person at the page: how often they click, and which keys they press. */
class Person {
  clicks = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }
  /** Goes on by Tab until what is meant has the focus. */
  async tabTo(what: Locator): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      if ((await what.count()) && (await what.evaluate(hasFocus))) return;
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`The focus did not come to ${String(what)}.`);
  }
}

function hasFocus(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.activeElement === element;
}

/** What has the focus: the title of a card that is open, and shows the finding in one of these states. */
async function landedOn(page: Page, check: CheckId, among: readonly State[] | null = null): Promise<void> {
  await page.waitForFunction(
    ({ name, states }) => {
      let at = document.activeElement;
      let card: Element | null = null;
      while (at?.shadowRoot?.activeElement) {
        if (at.matches("c-mcc-finding, c-mcc-visit")) card = at;
        at = at.shadowRoot.activeElement;
      }
      if (!card || !at?.matches("h3, h5")) return false;
      const { finding, findings } = card as unknown as {
        finding?: Finding;
        findings?: readonly Finding[];
      };
      const isAbout = [...(finding ? [finding] : []), ...(findings ?? [])].some(
        (each) => each.check === name && (states === null || states.includes(each.state))
      );
      const { top, bottom } = at.getBoundingClientRect();
      // Its body is there, so that nothing is left to unfold, and the title is on the screen.
      return isAbout && card.shadowRoot?.querySelector("dl, table, ol") && top >= 0 && bottom <= innerHeight;
    },
    { name: check, states: among },
    { polling: 100 }
  );
}

/** What is wrong is found, or asked for where an org only lets suspect it. */
const FOUND: readonly State[] = ["fail", "warn"];
const statesIn = (name: string): readonly State[] => (changes[name]?.asked ? ["confirm"] : FOUND);

/**
 * One for each kind of place that a symptom leads to: a card of one setting, of several people, of several settings on one
 * page, and a question. tests/product tries every symptom and every text; the page shows what comes first there.
 */
const REPRESENTATIVES = SEEN.filter(([, change]) =>
  ["never-connected", "system-user-without-the-app", "app-open-to-all", "sandbox-wired-to-production"].includes(change)
);
const TYPED = TEXTS.filter(([, check]) => ["user-locked", "ip-relaxation"].includes(check));

describe("what do you see?", { skip: noChromium() }, () => {
  const { harness, opened: openedOrg } = shownOrgs();
  const opened = async (name: string, check: string, where?: Parameters<typeof openedOrg>[2]) =>
    openedOrg(name, await withChange(name, check), where);

  for (const [symptom, name, check] of REPRESENTATIVES)
    test(`${symptom}, where ${name.replaceAll("-", " ")}: from the first look to ${check} in two clicks, and by keyboard`, async () => {
      const { page, checkScreen } = await opened(name, check);
      const person = new Person(page);
      const first = results(page).first();

      await person.click(choice(page, symptom));
      await first.waitFor();
      assert.match((await first.getAttribute("data-finding")) ?? "", isOf(check));
      await checkScreen(`symptom-${symptom}`);
      await person.click(first);
      await landedOn(page, check, statesIn(name));
      assert.equal(person.clicks, 2);

      await clear(page).click();
      await first.waitFor({ state: "detached" });
      await person.tabTo(choices(page).first());
      await page.keyboard.press("Space");
      for (let at = 0; at < SYMPTOM_IDS.indexOf(symptom); at++) await page.keyboard.press("ArrowDown");
      assert.equal(await choice(page, symptom).isChecked(), true);
      await page.locator(`[data-id=symptom] [data-group] button[data-finding^="${check}"]`).first().waitFor();
      await person.tabTo(first);
      await page.keyboard.press("Enter");
      await landedOn(page, check, statesIn(name));
    });

  for (const [text, check, change] of TYPED)
    test(`the error text “${text}” leads to ${check}: pasted into the field, one click on the cause`, async () => {
      const { page } = await opened(change, check, { width: 390 });
      const person = new Person(page);
      await person.click(field(page));
      await page.keyboard.insertText(text);
      const first = results(page).first();
      await first.waitFor();
      assert.match((await first.getAttribute("data-finding")) ?? "", isOf(check));
      await person.click(first);
      await landedOn(page, check, statesIn(change));
      assert.equal(person.clicks, 2);
    });

  test("by keyboard, the choices are reached from the top of the page; what was chosen is kept over a check, until it is cleared", async () => {
    const { page } = await opened("system-user-without-the-app", "app-access");
    await new Person(page).tabTo(choices(page).first());
    await choice(page, "sends-stuck").check();
    const title = (await results(page).first().innerText()).trim();
    await checkAgain(page).click();
    await checked(page);
    assert.equal((await results(page).first().innerText()).trim(), title);
    await clear(page).click();
    await results(page).first().waitFor({ state: "detached" });
    assert.equal(await choices(page).first().evaluate(hasFocus), true);
  });

  test("what is ruled out can be looked at: confirmed, OK, or not applicable, it opens", async () => {
    const { page } = await opened("system-user-without-the-app", "app-access");
    for (const check of ["user-active", "api-user-flag", "sandbox-copy"] as const) {
      await choice(page, "sends-stuck").check();
      const folded = page.locator("[data-id=symptom] details[data-group=not]");
      if (!(await folded.evaluate((element: HTMLDetailsElement) => element.open)))
        await folded.locator("summary").click();
      await folded.locator(`button[data-finding^="${check}"]`).click();
      await landedOn(page, check);
    }
  });

  test("an error text that is pasted leads to its check, is never markup, and is sent nowhere", async () => {
    const { page, checkScreen } = await harness().visit({ scenario: "several-faults", width: 390 });
    await checked(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    const text = field(page);
    await text.fill("<img src=x id=planted> user hasn't approved this consumer");
    await results(page).first().waitFor();
    assert.match((await results(page).first().getAttribute("data-finding")) ?? "", /^app-access/);
    assert.equal(await page.locator("#planted").count(), 0);
    await checkScreen("symptom-text-390");
    await checkAgain(page).click();
    await checked(page);
    assert.deepEqual(
      sent.filter((each) => /planted|approved this consumer/.test(decodeURIComponent(each))),
      []
    );
    await text.fill("Something that nobody knows");
    await text.press("Enter");
    await page.getByText(say("ui.symptom.not-known")).first().waitFor();
  });
});
