import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";

/** The next plural throws. As text: what tsx makes of a function calls a helper that the page does not have. */
const PLANT = `{
  const { select } = Intl.PluralRules.prototype;
  Intl.PluralRules.prototype.select = () => {
    Intl.PluralRules.prototype.select = select;
    throw new Error("planted");
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
    await page
      .getByRole("button", { name: say("ui.check-again"), exact: true })
      .first()
      .click();
    await failed.waitFor();
    await verdict.waitFor({ state: "detached" });
    await checkScreen("own-error");
    await page.getByRole("button", { name: say("ui.check-again"), exact: true }).click();
    await verdict.waitFor();
    await failed.waitFor({ state: "detached" });
    await checkScreen("own-error-over");
  });
});
