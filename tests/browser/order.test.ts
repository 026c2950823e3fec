// Plan, numbers of the steps, First, and Next problem follow one order.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";
import { checked, openStep, useGuess } from "./wizard.ts";

/** @returns the number that the list of steps shows of each step in the plan */
const numbers = (page: Page): Promise<Record<string, number>> =>
  page.locator("button[data-step]").evaluateAll((steps) =>
    Object.fromEntries(
      steps.flatMap((step) => {
        const number = Number(step.querySelector(".number")?.textContent);
        return number ? [[(step as HTMLElement).dataset["step"] ?? "", number]] : [];
      })
    )
  );
const openedStep = (page: Page): Promise<string | undefined> =>
  page.locator("c-mcc-step").evaluate((step) => (step as unknown as { step: string }).step);

describe("one order", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const scenario of ["several-faults", "healthy-to-confirm", "few-permissions", "package-missing"])
    test(`${scenario}: each line of the plan leads to the step that has its number; First is the first that is open`, async () => {
      const { page } = await harness.revisit({ scenario });
      await checked(page);
      const lines = page.locator("[data-id=plan] li");
      const count = await lines.count();
      assert.ok(count > 0);
      for (let at = 0; at < count; at++) {
        await lines.nth(at).locator("button.text").click();
        const step = (await openedStep(page)) ?? "";
        const number = (await numbers(page))[step];
        // A line of several steps leads to the first of them, which may have a line of its own.
        assert.ok(number !== undefined, `line ${String(at + 1)} leads to ${step}, which has no number`);
        const key = await lines.nth(at).getAttribute("data-line");
        if (key === step) assert.equal(number, at + 1);
      }
      const shown = lines.filter({ has: page.locator("[data-id=show]") });
      assert.equal(await shown.count(), 1);
      for (let at = 0; at < count; at++) {
        const text = await lines.nth(at).innerText();
        if (text.includes(say("ui.first"))) break;
        assert.match(text, new RegExp(say("plan.waiting")));
      }
    });

  test("several-faults: Next problem goes on in the order of the plan, past what waits", async () => {
    const { page } = await harness.revisit({ scenario: "several-faults" });
    await checked(page);
    await page.getByRole("button", { name: say("ui.show-it") }).click();
    const next = page.getByRole("button", { name: say("ui.next-problem") });
    const visited = [await openedStep(page)];
    await next.click();
    visited.push(await openedStep(page));
    const places = await numbers(page);
    const [first = 0, second = 0] = visited.map((step) => places[step ?? ""] ?? 0);
    assert.equal(first, 1);
    assert.ok(second > first);
    const between = page.locator("[data-id=plan] li").nth(second - 2);
    if (second > first + 1) assert.match(await between.innerText(), new RegExp(say("plan.waiting")));
  });

  test("a step has a number for as long as something is left in it", async () => {
    const { page } = await harness.revisit({ scenario: "healthy-to-confirm" });
    await checked(page);
    assert.equal((await numbers(page))["people"], 1);
    assert.equal((await numbers(page))["package"], undefined);
    await useGuess(page);
    await openStep(page, say("step.package"));
    const { people, package: installation } = await numbers(page);
    assert.deepEqual([people, installation], [undefined, undefined]);
  });
});
