import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { checkOf, type SymptomId } from "../../checklist/index.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { SEEN } from "../product/symptom-cases.ts";
import { startWithChange } from "./with-change.ts";
import { checkAgain, checked } from "./wizard.ts";
import { say } from "./words.ts";

/** One org for each symptom. */
const CASES = SEEN.filter(([symptom], at) => SEEN.findIndex(([other]) => other === symptom) === at);

const chooser = (page: Page): Locator => page.getByRole("combobox", { name: say("ui.symptom.question") });
const results = (page: Page): Locator => page.locator("[data-id=symptom] [data-group] button");
/** Where the focus is, as the person sees it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent.trim() ?? "";
  });

async function choose(page: Page, symptom: SymptomId): Promise<void> {
  await chooser(page).click();
  await page.getByRole("option", { name: say(`symptom.${symptom}`) }).click();
}

describe("what do you see?", { skip: noChromium() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "symptoms-"));
  after(() => rmSync(folder, { recursive: true }));

  const withChange = (name: string, except: string): Promise<Harness> => startWithChange(folder, name, except);

  for (const [symptom, name, check] of CASES)
    test(`${symptom}: choosing it shows ${check} first and opens its step; one more click leads to it`, async (t) => {
      const harness = await withChange(name, check);
      t.after(() => harness.close());
      const { page, checkScreen } = await harness.visit();
      await checked(page);
      await choose(page, symptom);
      const first = results(page).first();
      await first.waitFor();
      assert.match((await first.getAttribute("data-finding")) ?? "", new RegExp(`^${check}(/|$)`));
      await page.getByRole("heading", { level: 2, name: say(`step.${checkOf(check).step}`) }).waitFor();
      await checkScreen(`symptom-${symptom}`);
      const title = (await first.innerText()).trim();
      await first.click();
      await page.waitForFunction(() => document.activeElement !== document.body);
      assert.ok((await focused(page)).includes(title.split(",")[0] ?? ""), `${await focused(page)} is not ${title}`);
    });

  test("by keyboard: choosing, going to the finding, and it is kept over a check, until it is cleared", async (t) => {
    const harness = await withChange("system-user-without-the-app", "app-access");
    t.after(() => harness.close());
    const { page } = await harness.visit();
    await checked(page);
    await chooser(page).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(say("symptom.sends-stuck").slice(0, 5));
    await page.keyboard.press("Enter");
    const first = results(page).first();
    await first.waitFor();
    const title = (await first.innerText()).trim();
    for (let i = 0; i < 12 && (await focused(page)) !== title; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.ok((await focused(page)).includes(title));
    await checkAgain(page).click();
    await checked(page);
    assert.equal((await results(page).first().innerText()).trim(), title);
    await page.getByRole("button", { name: say("ui.symptom.clear"), exact: true }).click();
    await results(page).first().waitFor({ state: "detached" });
  });

  test("an error text that is pasted leads to its check, is never markup, and is sent nowhere", async (t) => {
    const harness = await startHarness();
    t.after(() => harness.close());
    const { page, checkScreen } = await harness.visit({ scenario: "several-faults", width: 390 });
    await checked(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    const text = page.getByLabel(say("ui.symptom.paste"));
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
