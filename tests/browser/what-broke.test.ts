// Who changed what since the last check without problems, and the way from there to the finding.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";

describe("what broke it", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const [screen, where] of [
    ["desktop", {}],
    ["swedish phone, dark", { language: "sv", width: 390, theme: "dark" }]
  ] as const)
    test(`${screen}: who did what since the last check without problems, and the finding that it explains`, async () => {
      const { page, checkScreen } = await harness.revisit({ scenario: "several-faults", ...where });
      const causes = page.locator("c-mcc-what-broke");
      await causes.getByRole("button").first().waitFor();
      const texts = await causes.getByRole("listitem").allTextContents();
      assert.ok(texts.some((text) => text.includes("Ada Fields") && text.includes("Marketing Cloud Connected App")));
      await checkScreen(`what-broke-${screen.replace(/\W+/g, "-")}`);
      await causes.getByRole("button", { name: "Marketing Cloud Integration" }).press("Enter");
      await page.locator("[data-id=changed]").first().waitFor();
      await checkScreen(`what-broke-${screen.replace(/\W+/g, "-")}-finding`);
    });
});
