import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ROOT } from "../../build/project.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { openStep } from "./wizard.ts";
import { say } from "./words.ts";

const MARKUP = `<img src="x" onerror="document.title='run'"> O'Hara`;

/** Several faults, with a name that holds markup and quotes wherever the usual one stood. */
function scenarioWithMarkup(file: string): void {
  const usual = readFileSync(join(ROOT, "local/scenarios/several-faults.json"), "utf8");
  const quoted = JSON.stringify(MARKUP).slice(1, -1);
  writeFileSync(
    file,
    usual.replaceAll('"Name": "Marketing Cloud Integration"', () => `"Name": "${quoted}"`)
  );
}

describe("a person whose name holds markup and quotes", { skip: noChromium() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  let harness: Harness;
  before(async () => {
    const file = join(folder, "markup.json");
    scenarioWithMarkup(file);
    harness = await startHarness(file);
  });
  after(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });

  test("is shown by that name, as text", async () => {
    const { page, checkScreen } = await harness.visit();
    await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
    await page.getByText(MARKUP).first().waitFor();
    await openStep(page, say("step.people"));
    await page.getByRole("rowheader", { name: MARKUP }).waitFor();
    assert.equal(await page.locator("img[src=x]").count(), 0);
    assert.equal(await page.title(), "MCC Health");
    await checkScreen("markup");
  });

  test("a scenario that there is not is told in one sentence", async () => {
    const { page } = await harness.visit({ scenario: MARKUP });
    await page.getByText(`There is no scenario "${MARKUP}".`).waitFor();
  });
});
