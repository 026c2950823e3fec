// The page in the language of the person: one file, and English where it can't be had.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page, Route } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say, sayInSwedish } from "./words.ts";
import { checked, stepsOf } from "./wizard.ts";

const FILE = "**/resource/MCC_Health_Languages/*.json";

describe("the language of the person looking", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  let used: Page | undefined;

  /** Opens the page in Swedish, with an answer of the test's own instead of the file. */
  async function opened(answer: (route: Route) => Promise<void>): Promise<Page> {
    const page = (used ??= (await harness.open({ faulty: true })).page);
    await page.unrouteAll();
    await page.route(FILE, answer);
    await page.goto(`${harness.url}?language=sv`);
    return page;
  }

  test("is asked for once, in one file; in English, not at all", async () => {
    for (const { language, files } of [
      { language: "sv", files: ["sv.json"] },
      { language: "en", files: [] }
    ]) {
      const { page, checkScreen } = await harness.open();
      const fetched: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/resource/MCC_Health_Languages")) fetched.push(request.url().replace(/.*\//, ""));
      });
      await page.goto(`${harness.url}?language=${language}`);
      const again = language === "sv" ? sayInSwedish("ui.check-again") : say("ui.check-again");
      await page.getByRole("button", { name: again }).waitFor();
      await checkScreen(`language-${language}`);
      assert.deepEqual(fetched, files);
    }
  });

  test("has what its file has, and English for the rest", async () => {
    const page = await opened((route) => route.fulfill({ json: { "ui.check-again": "Kolla igen" } }));
    await page.getByRole("button", { name: "Kolla igen" }).waitFor();
    await checked(page);
    await stepsOf(page).waitFor();
    await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
  });

  const UNUSABLE = [
    { name: "is a page instead of JSON", answer: (route: Route) => route.fulfill({ body: "<html>" }) },
    { name: "is cut off by the network", answer: (route: Route) => route.abort() }
  ];
  for (const { name, answer } of UNUSABLE)
    test(`is English where its file ${name}`, async () => {
      const page = await opened(answer);
      await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
      await checked(page);
    });

  test("takes the place of English when its file comes late", async () => {
    const { page } = await harness.open({ apart: true });
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const requested = new Promise<Route>((resolve) => void page.route(FILE, (route) => resolve(route)));
    await page.goto(`${harness.url}?language=sv`);
    const file = await requested;
    assert.equal(await page.getByRole("heading").count(), 0);
    await page.clock.runFor(1_000);
    await page.getByRole("heading", { level: 1, name: say("verdict.blocked") }).waitFor();
    await file.continue();
    await page.getByRole("heading", { level: 1, name: sayInSwedish("verdict.blocked") }).waitFor();
    assert.equal(await page.getByText(say("ui.check-again")).count(), 0);
  });
});
