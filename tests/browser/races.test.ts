// What the page shows when something comes between a plan and its changes. tests/command-line has each situation.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { fixerOver } from "../../command-line/fix/fixer.ts";
import { orgRecords } from "../../command-line/fix/org-records.ts";
import { runPlan } from "../../command-line/fix/run-plan.ts";
import { checkOrg } from "../../command-line/check-org.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness, type Visit } from "../../scripts/browser/harness.ts";
import { heardWrites, LINES, recordsOf, settle, SITUATIONS, type Line, type Outcome } from "../product/race-cases.ts";
import { lineOf } from "./disturbances.ts";
import { say } from "./words.ts";
import { checked } from "./wizard.ts";

const SCENARIO = "several-faults";
const SYSTEM_USER = "mcc.system@example.com";
const USERNAMES = ["priya.anand@example.com", "lena.marsh@example.com"];

const plan = (page: Page): Locator => page.locator("c-mcc-fix");
const openPlan = (page: Page): Promise<void> => page.locator("c-mcc-plan [data-id=fix]").click();
const undoButtons = (page: Page): Locator =>
  page.locator("c-mcc-history [data-id=made]").getByRole("button", { name: say("ui.confirm.undo") });
async function openUndo(page: Page): Promise<void> {
  await page.locator("c-mcc-history [data-id=made] summary").click();
  await undoButtons(page).first().click();
}

/** By keyboard: the checkbox is drawn by what lies over it. */
async function agree(page: Page, box: Locator): Promise<void> {
  await box.waitFor();
  await box.focus();
  await page.keyboard.press("Space");
}

async function agreeTo(page: Page, lines: readonly Line[]): Promise<void> {
  for (const line of lines) await agree(page, plan(page).getByRole("checkbox", { name: LINES[line].says }));
}

const agreeToUndo = (page: Page): Promise<void> => agree(page, plan(page).getByRole("checkbox").first());

async function outcomeOf(page: Page): Promise<string> {
  const outcome = plan(page).locator("[data-id=outcome]");
  await outcome.waitFor();
  return outcome.innerText();
}

/** What stands beside each line that was agreed to: its state, and all that is said of it. */
async function said(page: Page): Promise<readonly { readonly state: string; readonly text: string }[]> {
  const lines = await plan(page)
    .locator("li")
    .evaluateAll((all) =>
      all.map((line) => ({ state: line.getAttribute("data-state") ?? "", text: (line as HTMLElement).innerText }))
    );
  return lines.filter(({ state }) => state !== "left");
}

const STATES: Partial<Record<Outcome, string>> = { done: "done", unrecorded: "done", untried: "untried" };

const stateOf = (outcome: Outcome): string => STATES[outcome] ?? "failed";

/**
 * The first of those that look alike on the page: which lines are done, failed, and untried. tests/command-line tries every
 * situation with the same table; the page's words for each reason are held by the component's own test.
 */
const REPRESENTATIVES = [
  ...new Map(
    [...SITUATIONS].reverse().map((situation) => {
      const unrecorded = situation.then.includes("unrecorded");
      return [[situation.undo, unrecorded, ...situation.then.map(stateOf)].join(), situation];
    })
  ).values()
];

function sentenceOf(outcome: Outcome): string {
  if (outcome === "done") return say("change.status.done");
  if (outcome === "unrecorded") return say("ui.fix.not-recorded", { message: "" }).trim();
  return say(`change.reason.${outcome}`);
}

describe("between plan and act, in the browser", { skip: noChromium() }, () => {
  let harness: Harness;
  let org: EmbeddedOrg;
  before(async () => {
    harness = await startHarness();
    org = await harness.org(SCENARIO);
  });
  afterEach(async () => {
    await Promise.all(open.map(({ page }) => page.unrouteAll()));
    over.push(...open.splice(0));
  });
  after(() => harness.close());

  /** Leaves the org as it was. */
  async function inOrg(work: () => Promise<void>): Promise<void> {
    const restore = org.scenario.store.savepoint();
    try {
      await work();
    } finally {
      settle(org);
      restore();
    }
  }

  /** Makes changes as another tab would, and saves them. */
  async function made(lines: readonly Line[]): Promise<void> {
    const connection = await connectTo(org);
    const { viewerId, organizationId: orgId, clock: now } = org.scenario;
    const { changes } = await checkOrg(
      { name: "org", login: "x", connection, orgId, viewerId },
      {
        systemUser: SYSTEM_USER,
        users: USERNAMES,
        everyone: false,
        confirmations: [],
        warn: () => undefined
      }
    );
    const wanted = changes.filter(({ check }) => lines.some((line) => LINES[line].check === check));
    const outcomes = await runPlan(fixerOver({ records: orgRecords(connection), viewerId, orgId, now }), wanted);
    assert.ok(outcomes.length && outcomes.every(({ done }) => done));
  }

  /** The visits of the situations before: their pages are used again. */
  const over: Visit[] = [];
  const open: Visit[] = [];

  async function opened(undo = false): Promise<Page> {
    const after = over.pop();
    // That a request is answered with an error, the browser notes.
    const visit = await harness.visit({ scenario: SCENARIO, faulty: true, ...(after && { after }) });
    open.push(visit);
    const { page } = visit;
    await page.bringToFront();
    await checked(page);
    await (undo ? openUndo(page) : openPlan(page));
    return page;
  }

  for (const { name, lines, undo, meanwhile, then, words, writes, records } of REPRESENTATIVES)
    test(`${name}: ${then.join(", ")}`, () =>
      inOrg(async () => {
        if (undo) await made(lines);
        const page = await opened(undo);
        await (undo ? agreeToUndo(page) : agreeTo(page, lines));
        meanwhile(org);
        const heard = heardWrites(org);
        await plan(page).locator("[data-id=apply]").click();
        const end = await outcomeOf(page);
        assert.deepEqual(heard, writes);
        assert.deepEqual(recordsOf(org), records);
        const texts = await said(page);
        assert.deepEqual(
          texts.map(({ state }) => state),
          then.map(stateOf)
        );
        for (const [at, each] of then.entries()) assert.ok(texts[at]?.text.includes(sentenceOf(each)), texts[at]?.text);
        if (words) assert.match(texts.map(({ text }) => text).join("\n"), words);
        const done = then.filter((each) => stateOf(each) === "done").length;
        if (done === 0) assert.equal(end, say("ui.fix.none"));
        else if (done < then.length)
          assert.equal(end, say("ui.fix.partly", { done: String(done), total: String(then.length) }));
      }));

  test("a double click on Apply makes each change once", () =>
    inOrg(async () => {
      const page = await opened();
      await agreeTo(page, ["access", "box"]);
      const heard = heardWrites(org);
      await plan(page).locator("[data-id=apply]").dblclick();
      await outcomeOf(page);
      assert.deepEqual(heard, ["add PermissionSetAssignment", "change User"]);
      assert.deepEqual(recordsOf(org), ["done", "done"]);
    }));

  test("the second of two tabs does nothing twice, and is told", () =>
    inOrg(async () => {
      const [one, other] = [await opened(), await opened()];
      for (const page of [one, other]) await agreeTo(page, ["access"]);
      const heard = heardWrites(org);
      for (const page of [one, other]) {
        await plan(page).locator("[data-id=apply]").click();
        await outcomeOf(page);
      }
      assert.deepEqual(heard, ["add PermissionSetAssignment"]);
      assert.deepEqual(recordsOf(org), ["done", "failed already"]);
      assert.ok((await said(other))[0]?.text.includes(say("change.reason.already")));
    }));

  test("an undo in two tabs takes back once, and the second is told", () =>
    inOrg(async () => {
      await made(["access"]);
      const [one, other] = [await opened(true), await opened(true)];
      for (const page of [one, other]) await agreeToUndo(page);
      const heard = heardWrites(org);
      for (const page of [one, other]) {
        await plan(page).locator("[data-id=apply]").click();
        await outcomeOf(page);
      }
      assert.deepEqual(heard, ["remove PermissionSetAssignment"]);
      assert.deepEqual(recordsOf(org), ["undone", "done"]);
      assert.ok((await said(other))[0]?.text.includes(say("change.reason.moved")));
    }));

  test("the connection to Apex is cut once the change was made: unknown, the rest is not tried, and nothing is made again", () =>
    inOrg(async () => {
      const page = await opened();
      await agreeTo(page, ["access", "box"]);
      const line = await lineOf(page);
      line.disturb(({ method, route }) => method === "MccFixer.act" && route.fetch().then(() => route.abort()));
      const heard = heardWrites(org);
      await plan(page).locator("[data-id=apply]").click();
      assert.equal(await outcomeOf(page), say("ui.fix.none"));
      assert.deepEqual(heard, ["add PermissionSetAssignment"]);
      assert.deepEqual(recordsOf(org), ["failed unknown", "failed untried"]);
      const [first, second] = await said(page);
      assert.ok(first?.text.includes(say("change.reason.unknown")));
      assert.equal(second?.state, "untried");
    }));
});
