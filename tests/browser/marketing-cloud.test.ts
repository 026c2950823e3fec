import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Page } from "playwright-core";
import {
  HEALTHY_ACCOUNT,
  page as rows,
  ROW,
  runCode,
  unitRow,
  type ScriptedAccount
} from "../../checklist/testing/marketing-cloud.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { checkAgain, checked, openStep, read } from "./wizard.ts";
import { say } from "./words.ts";

const SCENARIO = "several-faults";
const QUESTIONS = ["api-user-business-units", "api-user-flag", "api-user-roles"];

/** The Marketing Cloud to which the scenario's org is connected. */
const ACCOUNT: ScriptedAccount = {
  ...HEALTHY_ACCOUNT,
  member: 100_000_001,
  BusinessUnit: [rows({ ID: 100_000_001, ParentID: 0 })],
  AccountUser: [rows({ ...ROW, UserID: "api.user@mc.example.com", DefaultBusinessUnit: 100_000_001 })],
  AccountUserAccount: [rows(unitRow(100_000_001), unitRow(100_000_002), unitRow(100_000_003))]
};

const statesOf = async (page: Page): Promise<string[]> => {
  const { findings } = await read(page);
  return QUESTIONS.map((id) => findings.find(({ check }) => check === id)?.state ?? "none");
};

/** Has the script that the page shows run in Marketing Cloud. @returns what it wrote */
async function answerOf(page: Page, account = ACCOUNT): Promise<string> {
  await openStep(page, say("step.marketing-cloud"));
  const summary = page.getByText(say("ui.marketing-cloud.how"));
  if (!(await page.getByLabel(say("ui.marketing-cloud.script"), { exact: true }).count())) await summary.click();
  const script = await page.getByLabel(say("ui.marketing-cloud.script"), { exact: true }).inputValue();
  return runCode(script, account, new Date()).written;
}

async function paste(page: Page, text: string): Promise<string> {
  await page.getByLabel(say("ui.marketing-cloud.answer"), { exact: true }).fill(text);
  await page.getByRole("button", { name: say("ui.marketing-cloud.read"), exact: true }).click();
  const outcome = page.locator("[data-id=outcome]");
  await outcome.waitFor();
  return outcome.innerText();
}

describe("asking Marketing Cloud by a script", { skip: noChromium() }, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  test("what it answers stands after a reload, and lapses when the configuration names another user", async () => {
    const { page, checkScreen } = await harness.visit({ scenario: SCENARIO });
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
    const answer = await answerOf(page);
    await checkScreen("marketing-cloud-script");
    assert.match(await paste(page, `Hello,\n> ${answer}\n`), /3/);
    assert.equal(await page.locator("[data-id=outcome]").evaluate((element) => element.matches(":focus")), true);
    await checkScreen("marketing-cloud-answered");
    assert.deepEqual(await statesOf(page), ["confirmed", "confirmed", "confirmed"]);

    await page.reload();
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirmed", "confirmed", "confirmed"]);

    const org = await harness.org(SCENARIO);
    org.change("et4ae5__Configuration__c", "a00000000000001", { et4ae5__Username__c: "another@mc.example.com" });
    await checkAgain(page).click();
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
    await openStep(page, say("step.marketing-cloud"));
    await page.getByText(say("basis.api-user")).first().waitFor();
  });

  test("an answer that is not taken says why, and nothing turns green", async () => {
    const { page, checkScreen } = await harness.visit({ scenario: SCENARIO, width: 390 });
    await checked(page);
    const answer = await answerOf(page);
    for (const [pasted, refusal] of [
      ["", "answer.empty"],
      ["<html>", "answer.no-answer"],
      [answer + answer, "answer.several"],
      [answer.slice(0, -30), "answer.cut"],
      [answer.replace("api-user:true", "api-user:false"), "answer.changed"],
      [await answerOf(page, { ...ACCOUNT, member: 9, BusinessUnit: [] }), "answer.other-account"],
      [await answerOf(page, { ...ACCOUNT, AccountUser: [new Error("denied")] }), "answer.failed"]
    ] as const)
      assert.equal(await paste(page, pasted), say(refusal));
    await checkScreen("marketing-cloud-refused");
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
  });
});
