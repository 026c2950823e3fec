// What the page does with calls that are refused, lost, late, or never answered. tests/product has each fault with each query.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { CHECKS, queryNamed } from "../../checklist/index.ts";
import { breaches } from "../product/laws.ts";
import { noChromium } from "../../scripts/chromium.ts";
import {
  ACTS,
  answering,
  both,
  calling,
  failing,
  Holding,
  lineOf,
  type Disturbance,
  type Line
} from "./disturbances.ts";
import { startHarness, type Harness, type Visit } from "../../scripts/browser/harness.ts";
import { say, STEPS, type Key } from "./words.ts";
import {
  checkAgain,
  checked,
  openStep,
  overview,
  read,
  stepsOf,
  useGuess,
  verdictOf,
  type Shown,
  type ShownFinding,
  rightAnswers
} from "./wizard.ts";

interface Gap {
  readonly name: string;
  readonly disturbance: Disturbance;
  /** All that the disturbed calls ask, when absent. */
  readonly failed?: readonly string[];
  /** The message that names the gap, and a query whose object it names. */
  readonly message: readonly [Key, string];
}

/**
 * Faults that leave a gap, and let the rest be seen: a refusal, answers that are missing, and calls that are lost whole. Which
 * error a query meets makes no difference to the page; tests/product tries each with each query.
 */
const GAPS: readonly Gap[] = [
  {
    name: "one query is refused for want of access",
    disturbance: failing("app-grants", "System.QueryException", "insufficient access rights on object"),
    failed: ["app-grants"],
    message: ["common.no-access.title", "app-grants"]
  },
  {
    name: "some queries answer and two don't",
    disturbance: answering((answers) =>
      answers.flatMap((answer) =>
        answer.name === "package-license"
          ? []
          : answer.name === "profiles"
            ? {
                ...answer,
                rows: null,
                errorType: "System.QueryException",
                errorMessage: "Your query request timed out."
              }
            : answer
      )
    ),
    failed: ["package-license", "profiles"],
    message: ["common.timeout.title", "profiles"]
  },
  {
    name: "three calls are lost, by a server error, half a body, and a cut line",
    disturbance: both(
      calling(ACTS.serverError, "users"),
      calling(ACTS.half, "profiles"),
      calling(ACTS.cut, "app-grants")
    ),
    message: ["common.server.title", "users"]
  }
];

/** Oddities of the line that take nothing away: the same is shown. */
const HARMLESS: readonly { readonly name: string; readonly disturbance: Disturbance }[] = [
  {
    name: "every answer comes twice, and in another order",
    disturbance: answering((answers) => [...answers, ...answers].reverse())
  },
  { name: "what the org remembers comes last", disturbance: calling(ACTS.late, "saved-people") },
  { name: "what the org remembers comes first", disturbance: calling(ACTS.late, "organization") }
];

/** Faults after which nothing is known. */
const NOTHING: readonly { readonly name: string; readonly disturbance: Disturbance }[] = [
  { name: "every call answers with a page", disturbance: calling(ACTS.page) }
];

/** Calls that Salesforce never answers, and what the page says of them. */
const UNANSWERED: readonly {
  readonly name: string;
  readonly query?: string;
  readonly step?: Key;
  readonly shown: string;
}[] = [
  { name: "an org that never answers", shown: say("ui.run-failed", { message: say("ui.no-answer") }) },
  {
    name: "an org that stops answering in the middle",
    query: "app-grants",
    step: "step.access",
    shown: say("common.timeout.title", { object: say("object.SetupEntityAccess") })
  }
];

/** Everything passes or is confirmed: whatever a fault takes away shows. */
const SCENARIO = "healthy-to-confirm";

describe("faults in the browser", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  describe(`${SCENARIO}, and confirmed`, () => {
    let visit: Visit;
    let line: Line;
    let sound: Shown & { readonly asked: Asked };
    before(async () => {
      visit = await harness.visit({ scenario: SCENARIO, faulty: true });
      line = await lineOf(visit.page);
      await useGuess(visit.page);
      await confirmAll(visit.page);
      await reopen();
      await checked(visit.page);
      sound = { ...(await read(visit.page)), asked: askedOn(line) };
      assert.deepEqual(new Set(sound.findings.map(({ check }) => check)), new Set(CHECKS.map(({ id }) => id)));
      assert.equal(sound.verdict, say("verdict.healthy"));
    });

    const reopen = async (disturbance?: Disturbance): Promise<void> => {
      line.disturb(disturbance);
      await visit.page.reload();
    };
    const recovers = async (): Promise<void> => {
      line.disturb();
      await checkAgain(visit.page).click();
      await checked(visit.page);
      await verdictOf(visit.page).filter({ hasText: sound.verdict }).waitFor();
      const { verdict, steps } = sound;
      assert.deepEqual(await overview(visit.page), { verdict, steps });
    };

    for (const { name, disturbance, failed, message } of GAPS)
      test(`${name}: nothing passes for want of it, the gap is named, the rest stays, and checking again mends it`, async () => {
        const { page, checkScreen } = visit;
        await reopen(disturbance);
        await checked(page);
        const shown = await read(page);
        const missing = failed ?? line.disturbed.flatMap(({ requests }) => requests.map((request) => request.name));
        assert.deepEqual(breaches(missing, sound, { ...shown, asked: askedOn(line) }), []);
        assert.notEqual(shown.verdict, say("verdict.healthy"));
        assert.deepEqual(shown.findings.filter(saysOtherwise), []);
        const gap = gapText(...message);
        assert.ok(
          shown.findings.some(({ title }) => title === gap),
          gap
        );
        await checkScreen(`fault-${SCENARIO}-${name.replaceAll(" ", "-")}`);
        await recovers();
      });

    for (const { name, disturbance } of HARMLESS)
      test(`${name}: the same is shown`, async () => {
        await reopen(disturbance);
        await checked(visit.page);
        assert.ok(line.disturbed.length > 0);
        const { asked: _asked, ...same } = sound;
        assert.deepEqual(await read(visit.page), same);
      });

    for (const { name, disturbance } of NOTHING)
      test(`${name}: the page says that nothing could be read, shows nothing, and checking again mends it`, async () => {
        const { page, checkScreen } = visit;
        await reopen(disturbance);
        await verdictOf(page)
          .filter({ hasText: say("ui.run-failed", { message: "" }).trim() })
          .waitFor();
        assert.equal(await stepsOf(page).count(), 0);
        assert.doesNotMatch(await page.getByRole("main").innerText(), /fetch|JSON|token|<|undefined/i);
        await checkScreen(`fault-${name.replaceAll(" ", "-")}`);
        await recovers();
      });

    test("two quick clicks on Check again ask once", async () => {
      await reopen();
      await checked(visit.page);
      line.disturb();
      await checkAgain(visit.page).dblclick();
      await checked(visit.page);
      await verdictOf(visit.page).filter({ hasText: sound.verdict }).waitFor();
      const asked = line.calls.flatMap(({ requests }) => requests.map(({ name }) => name));
      assert.deepEqual([...asked].sort(), [...new Set(asked)].sort());
    });

    test("a run that another choice of people took over answers last: what it says is not shown", async () => {
      const { page } = visit;
      await reopen();
      await checked(page);
      await openStep(page, say("step.people"));
      const held = new Holding("users");
      line.disturb(held.calls);
      await checkAgain(page).click();
      await held.some;
      line.disturb();
      const asked = line.calls.length;
      await page.getByText(EVERYONE).click();
      await checked(page);
      assert.ok(line.calls.length > asked, "the other choice asked for nothing");
      const shown = await overview(page);
      await held.refuse();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      assert.deepEqual(await overview(page), shown);
    });
  });

  /** A page whose clock the tests set. */
  let clocked: Visit;
  let line: Line;
  before(async () => {
    clocked = await harness.open({ apart: true, faulty: true });
    line = await lineOf(clocked.page);
    await clocked.page.clock.install();
  });
  /** Opens the page while calls are held, and waits for the first that is. */
  const openedWhile = async (held: Holding): Promise<Visit> => {
    line.disturb(held.calls);
    await clocked.page.goto(harness.url);
    await held.some;
    return clocked;
  };

  test("an org that takes its time: the page says so after 8 s, shows what it knows, and says when it is done", async () => {
    const held = new Holding("profiles");
    const { page, checkScreen } = await openedWhile(held);
    const status = page.getByRole("status").first();
    assert.equal(await status.textContent(), say("ui.live.start"));
    await page.clock.fastForward(8_000);
    await status.getByText(say("ui.live.slow")).waitFor();
    await verdictOf(page)
      .filter({ hasText: say("verdict.checking") })
      .waitFor();
    await stepsOf(page)
      .getByRole("button", { name: say("step.package") })
      .click();
    await page.getByRole("article").or(page.locator("c-mcc-step details")).first().waitFor();
    const asked = line.calls.length;
    await checkAgain(page).dblclick();
    assert.equal(line.calls.length, asked);
    await checkScreen("fault-slow");
    await held.letGo();
    await status.getByText(say("ui.live.done", { verdict: say("verdict.blocked") })).waitFor();
    assert.equal(await page.getByText(say("ui.live.slow")).count(), 0);
  });

  for (const { name, query, step, shown } of UNANSWERED)
    test(`${name}: after two minutes the page says so, and checking again mends it`, async () => {
      const { page, checkScreen } = await openedWhile(new Holding(query));
      if (step) await openStep(page, say(step));
      const said = page.getByText(shown).first();
      for (let minutes = 0; minutes < 4 && !(await said.isVisible()); minutes++) {
        await page.clock.fastForward(60_000);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      }
      await said.waitFor();
      await checkScreen(`fault-unanswered-${query ?? "all"}`);
      line.disturb();
      await checkAgain(page).click();
      await verdictOf(page)
        .filter({ hasText: say("verdict.blocked") })
        .waitFor();
      await said.waitFor({ state: "detached" });
    });
});

type Asked = ReadonlyMap<string, string>;

const EVERYONE = new RegExp(`^${say("ui.people.everyone").split(" (")[0] ?? ""}`);

const SETTLED: Readonly<Record<string, Key>> = {
  pass: "status.passed",
  confirmed: "status.confirmed",
  "not-applicable": "status.not-applicable"
};
const SETTLED_WORDS = Object.values(SETTLED).map((key) => say(key));

/** Whether the word on the screen is that of a finding which can be left alone, and the finding is not, or the reverse. */
const saysOtherwise = ({ state, status }: ShownFinding): boolean => {
  const key = SETTLED[state];
  return key ? status !== say(key) : SETTLED_WORDS.includes(status);
};

const gapText = (key: Key, query: string): string => say(key, { object: say(`object.${queryNamed(query).object}`) });

const askedOn = ({ calls }: Line): Asked =>
  new Map(calls.flatMap(({ requests }) => requests.map(({ name, binds }) => [name, JSON.stringify(binds)])));

async function confirmAll(page: Page): Promise<void> {
  const right = rightAnswers(page);
  const undo = page.getByRole("button", { name: say("ui.confirm.undo"), exact: true });
  await checked(page);
  for (const step of STEPS) {
    await openStep(page, step);
    for (let open = await right.count(); open > 0; open--) {
      const before = await undo.count();
      await right.first().click();
      await undo.nth(before).waitFor();
    }
  }
}
