// The road to a green page: what only a person can see is confirmed, or refuted.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say, STEPS } from "./words.ts";
import { answer, openStep, rightAnswers, useGuess } from "./wizard.ts";

describe("healthy but for what must be confirmed", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const scenario = "healthy-to-confirm";
  const healthy = { level: 1, name: say("verdict.healthy") } as const;

  test("nothing is green until a person has chosen the system user and confirmed what only a person can see", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario });
    await page.getByRole("heading", { level: 1, name: /^No problems found so far/ }).waitFor();
    await checkScreen("healthy-to-confirm");

    await useGuess(page);
    const right = rightAnswers(page);
    for (const step of STEPS) {
      await openStep(page, step);
      for (let open = await right.count(); open > 0; open--) {
        assert.equal(await page.getByRole("heading", healthy).count(), 0);
        await page.getByLabel(say("ui.confirm.note")).first().fill(`Seen in Setup, ${open} left`);
        await right.first().click();
        await page.getByText(`Seen in Setup, ${open} left`).first().waitFor();
      }
    }
    await page.getByRole("heading", healthy).waitFor();
    await checkScreen("healthy-confirmed");
  });

  test("what a person saw not to hold counts as a fault, until it is undone", async () => {
    const { page, checkScreen } = await harness.revisit({ anew: true, scenario });
    await openStep(page, say("step.marketing-cloud"));
    await answer(page, "api-user-integrated.answer.not-integrated").click();
    await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
    await checkScreen("healthy-refuted");
    await page
      .getByRole("button", { name: say("ui.confirm.undo") })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /^No problems found so far/ }).waitFor();
  });
});
