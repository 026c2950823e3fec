import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { CHECKS, type Finding } from "../../checklist/index.ts";
import { PATIENCE } from "../../scripts/browser/harness.ts";
import { say, sayInSwedish } from "./words.ts";

/** A finding as it stands on the page. */
export interface ShownFinding extends Pick<Finding, "check" | "state"> {
  readonly subject: { readonly username: string | null } | null;
  /** Its word. */
  readonly status: string;
  readonly title: string;
}

/** What the page shows at a glance. */
export interface Overview {
  readonly verdict: string;
  /** Each step with its word. */
  readonly steps: readonly string[];
}

export interface Shown extends Overview {
  readonly findings: readonly ShownFinding[];
}

// By their markup, where a test asks for them hundreds of times: looking for a role goes through the whole page.

export const verdictOf = (page: Page): Locator => page.locator("h1");

export const stepsOf = (page: Page): Locator => page.getByRole("list", { name: say("ui.steps") });

/** Opens a step by its name and waits until it is open. */
export async function openStep(page: Page, name: string): Promise<void> {
  // What is in an open step has buttons of its own, which may bear another step's name.
  const button = stepsOf(page).locator("button.name").filter({ hasText: name }).first();
  // On a phone, a second tap closes it.
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

/** Says that the system user is the one that is guessed. */
export async function useGuess(page: Page): Promise<void> {
  await openStep(page, say("step.people"));
  const use = page.getByRole("button", { name: new RegExp(`^${say("ui.people.confirm-guess", { user: "" })}`) });
  await use.click();
  await use.waitFor({ state: "detached" });
  await checked(page);
}

/** "checked just now" is said for ten seconds only, which a busy machine may need to look at it. */
const CHECKED = new RegExp(
  ["now", "seconds", "minutes", "at"]
    .flatMap((age) => [say, sayInSwedish].map((tell) => tell(`ui.checked-${age}`).replace(/\{\w+\}/g, ".+")))
    .join("|")
);

/** Waits until a run has come to its end, however long ago. */
export const checked = (page: Page): Promise<void> =>
  page.locator("[data-id=facts]").filter({ hasText: CHECKED }).waitFor();

/** Waits until what is read is as it should be. By the clock: a page behind others draws no frames. */
export async function eventually<T>(read: () => Promise<T>, isSo: (value: T) => boolean, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const value = await read();
    if (isSo(value)) return value;
    await wait(50);
  }
  throw new assert.AssertionError({ message: `${what}: at last it was ${JSON.stringify(await read())}` });
}

/** @returns what has the focus, as the person reads it */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent.trim() ?? "";
  });

/** Waits until what has the focus says this. */
export async function focusOn(page: Page, words: string | RegExp): Promise<void> {
  const isSo = (text: string): boolean => (typeof words === "string" ? text === words : words.test(text));
  await eventually(() => focused(page), isSo, `the focus is on ${String(words)}`);
}

export const checkAgain = (page: Page): Locator =>
  page.getByRole("button", { name: say("ui.check-again"), exact: true });

export async function overview(page: Page): Promise<Overview> {
  const [verdict, steps] = await Promise.all([
    verdictOf(page).innerText(),
    stepsOf(page).locator("button.name").allInnerTexts()
  ]);
  return { verdict, steps: steps.map((text) => text.replace(/\s+/g, " ")) };
}

/** Opens every step in turn, unfolds what is folded, and reads what stands there. */
export async function read(page: Page): Promise<Shown> {
  const findings: ShownFinding[] = [];
  for (const step of await page.locator("button[data-step]").all()) findings.push(...(await readIn(page, step)));
  return { ...(await overview(page)), findings };
}

/** Opens only the steps of these checks. @returns what stands there of them */
export async function readOf(page: Page, checks: readonly string[]): Promise<ShownFinding[]> {
  const findings: ShownFinding[] = [];
  for (const step of new Set(CHECKS.filter(({ id }) => checks.includes(id)).map((check) => check.step)))
    findings.push(...(await readIn(page, page.locator(`button[data-step="${step}"]`))));
  return findings.filter(({ check }) => checks.includes(check));
}

async function readIn(page: Page, step: Locator): Promise<ShownFinding[]> {
  // On a phone, a second tap closes it.
  if ((await step.getAttribute("aria-expanded")) !== "true") await step.dispatchEvent("click");
  return page.locator("c-mcc-step").evaluate(readStep, say("ui.show-more"));
}

/**
 * Runs in the page, where nothing from outside is at hand. The check and its subject come from the component, what they
 * are said to be from the screen.
 * @param more the label of the buttons that show more findings
 */
async function readStep(step: Element, more: string): Promise<ShownFinding[]> {
  for (let pressed = true; pressed;) {
    pressed = false;
    for (const details of step.shadowRoot?.querySelectorAll("details") ?? [])
      if (!details.open) pressed = details.open = true;
    for (const button of step.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>("lightning-button") ?? []) {
      if (button.label !== more) continue;
      pressed = true;
      button.click();
    }
    // The component hears of it, and draws.
    await new Promise((drawn) => setTimeout(drawn, 20));
  }
  const cards = [...(step.shadowRoot?.querySelectorAll("c-mcc-finding") ?? [])].flatMap((element) => {
    const { finding, alike } = element as unknown as { finding: Finding; alike: readonly Finding[] };
    const status = element.shadowRoot?.querySelector("c-mcc-status")?.shadowRoot?.textContent.trim() ?? "";
    const title = element.shadowRoot?.querySelector("h3")?.textContent.trim() ?? "";
    return [finding, ...alike].map(({ check, state, subject }) => {
      return { check, state, subject: subject && { username: subject.username }, status, title };
    });
  });
  const visits = [...(step.shadowRoot?.querySelectorAll("c-mcc-visit") ?? [])].flatMap((element) => {
    const title = element.shadowRoot?.querySelector("h3")?.textContent.trim() ?? "";
    return (element as unknown as { findings: readonly Finding[] }).findings.map(({ check, state, subject }) => {
      const tour = element.shadowRoot?.querySelector("c-mcc-tour");
      const row = (tour ?? element).shadowRoot?.querySelector(`[data-check="${check}"] c-mcc-status`);
      const status = row?.shadowRoot?.textContent.trim() ?? "";
      return { check, state, subject: subject && { username: subject.username }, status, title };
    });
  });
  return [...cards, ...visits];
}

/** @returns the right answer to each question that is shown and open: the first of its answers */
export const rightAnswers = (page: Page): Locator =>
  page.locator("c-mcc-confirmation lightning-button[data-answer]:first-of-type button");

/** @returns an answer by its words, as "api-user-flag.answer.selected" */
export const answer = (page: Page, key: string): Locator => page.getByRole("button", { name: say(key), exact: true });

/** Shows all that is folded away. */
export async function unfold(page: Page): Promise<void> {
  const folds = page.locator("details:not([open]) > summary");
  while (await folds.count()) await folds.evaluateAll((all) => all.forEach((fold) => (fold as HTMLElement).click()));
}
