import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { checkAgain } from "./wizard.ts";
import { say } from "./words.ts";

/**
 * Plurals throw until they are mended: whatever draws next finds out, and nothing mends the page by itself. As text: what
 * tsx makes of a function calls a helper that the page does not have.
 */
const PLANT = `{
  const { select } = Intl.PluralRules.prototype;
  Intl.PluralRules.prototype.select = () => {
    throw new Error("planted");
  };
  globalThis.mendPlurals = () => {
    Intl.PluralRules.prototype.select = select;
  };
}`;

describe("an error of the page's own", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("takes the verdict away, says so in one sentence, and Check again brings it back", async () => {
    const { page, checkScreen } = await harness.visit();
    const verdict = page.getByRole("heading", { level: 1, name: say("verdict.blocked") });
    const failed = page.getByRole("heading", { level: 1, name: say("ui.failed", { message: "planted" }) });
    await verdict.waitFor();
    await page.evaluate(PLANT);
    await checkAgain(page).first().click();
    await failed.waitFor();
    await verdict.waitFor({ state: "detached" });
    await checkScreen("own-error");
    await page.evaluate("mendPlurals()");
    await checkAgain(page).click();
    await verdict.waitFor();
    await failed.waitFor({ state: "detached" });
    await checkScreen("own-error-over");
  });
});
