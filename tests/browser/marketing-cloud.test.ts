// Marketing Cloud's answer by a script, pasted into the page: kept, lapsed, refused.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { scriptFor } from "../../checklist/index.ts";
import { runCode, type ScriptedAccount } from "../../checklist/testing/marketing-cloud.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { checkAgain, checked, openStep, readOf } from "./wizard.ts";
import { say } from "./words.ts";

const SCENARIO = "several-faults";
const QUESTIONS = ["api-user-business-units", "api-user-flag", "api-user-roles"];

const statesOf = async (page: Page): Promise<string[]> => {
  const findings = await readOf(page, QUESTIONS);
  return QUESTIONS.map((id) => findings.find(({ check }) => check === id)?.state ?? "none");
};

/** @returns what the Marketing Cloud admin sends back, whom the bar above the wizard plays */
async function answerOf(page: Page): Promise<string> {
  const bar = page.getByRole("banner").locator("details");
  // On a phone it is folded.
  if (!(await bar.evaluate((element) => (element as HTMLDetailsElement).open))) await bar.locator("summary").click();
  await page.locator("[data-id=answer]").first().click();
  const answer = page.getByLabel("What the admin sends back");
  await answer.waitFor();
  return answer.inputValue();
}

/** Has the script that the page shows run in another Marketing Cloud. @returns what it wrote */
async function writtenIn(account: ScriptedAccount, page: Page): Promise<string> {
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
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("what it answers stands after a reload, and lapses when the configuration names another user", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO });
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
    const answer = await answerOf(page);
    await openStep(page, say("step.marketing-cloud"));
    await page.getByText(say("ui.marketing-cloud.how")).click();
    await checkScreen("marketing-cloud-script");
    const quoted = answer.replace(/.{60}/g, "$&\n> ");
    assert.match(await paste(page, `Hello,\n\n> ${quoted}\n\nBest`), /3/);
    assert.equal(await page.locator("[data-id=outcome]").evaluate((element) => element.matches(":focus")), true);
    await checkScreen("marketing-cloud-answered");
    assert.deepEqual(await statesOf(page), ["confirmed", "confirmed", "confirmed"]);

    await page.reload();
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirmed", "confirmed", "confirmed"]);

    await openStep(page, say("step.marketing-cloud"));
    const until = say("ui.confirmed-by", { by: "Ada Fields", until: "" });
    assert.equal(await page.getByText(until).count(), QUESTIONS.length);

    const org = await harness.org(SCENARIO);
    org.change("et4ae5__Configuration__c", "a00000000000001", { et4ae5__Username__c: "another@mc.example.com" });
    await checkAgain(page).click();
    await checked(page);
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
    await openStep(page, say("step.marketing-cloud"));
    await page.getByText(say("basis.api-user")).first().waitFor();
  });

  test("an answer that is not taken says why, and nothing turns green", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario: SCENARIO, width: 390 });
    await checked(page);
    const answer = await answerOf(page);
    await openStep(page, say("step.marketing-cloud"));
    await page.getByText(say("ui.marketing-cloud.how")).click();
    const { organizationId: orgId, marketingCloud } = await loadScenario(SCENARIO);
    const [top, api] = [marketingCloud?.businessUnits[0]?.ID ?? "", marketingCloud?.users[0]?.UserID ?? ""];
    const account: ScriptedAccount = { member: top, AccountUser: [{ Status: "OK", Results: [] }] };
    /** @returns what a script writes that was made for this user, so long ago */
    const madeFor = (user: string, minutesAgo: number): string => {
      const then = new Date(Date.now() - minutesAgo * 60_000);
      return runCode(scriptFor({ orgId, user, account: top }, then), account, then).written;
    };
    // How an answer can be spoiled is told apart in checklist/marketing-cloud.
    for (const [pasted, refusal] of [
      ["", "answer.empty"],
      ["<html>", "answer.no-answer"],
      ["x".repeat(2_000_000), "answer.too-long"],
      [madeFor("somebody@mc.example.com", 0), "answer.other-user"],
      [madeFor(api, 90), "answer.too-old"],
      [answer.replace("api-user:true", "api-user:false"), "answer.changed"],
      [await writtenIn({ member: 9, AccountUser: [{ Status: "OK", Results: [] }] }, page), "answer.other-account"],
      [await writtenIn({ member: 100_000_001, AccountUser: [new Error("denied")] }, page), "answer.failed"]
    ] as const)
      assert.equal(await paste(page, pasted), say(refusal, { apiUser: api }));
    await checkScreen("marketing-cloud-refused");
    assert.deepEqual(await statesOf(page), ["confirm", "confirm", "confirm"]);
  });
});
