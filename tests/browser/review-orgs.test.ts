import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { ROOT } from "../../build/project.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { shownOrgs } from "./shown-orgs.ts";
import { say } from "./words.ts";
import { openStep } from "./wizard.ts";

/** The page learns when it opens whether it is on a phone; from then on it only gets narrower. */
const WIDTHS = [
  [1280, 768],
  [390, 320]
];
const SYSTEM_USER = "005000000000002";
/** Within the 40 + 80 characters that Salesforce allows. */
const SPANISH = "María del Carmen Concepción de los Ángeles Fernández-Villaverde";
const GERMAN = "Friederike-Charlotte Donaudampfschifffahrtsgesellschafts-Müller";
/** The longest that Salesforce allows, without a space, and names that are written from right to left. */
const LONG = ["Donaudampfschiff".repeat(7).slice(0, 110), "\u202eאברהם\u202eLevi", "عبد الرحمن", "\u202eRosa"];

interface Rows {
  visits?: unknown;
  readonly records: Record<string, Record<string, unknown>[]>;
}

const severalFaults = (): Rows =>
  JSON.parse(readFileSync(join(ROOT, "local/scenarios/several-faults.json"), "utf8")) as Rows;

/** Nobody has chosen anybody, and nothing was ever confirmed. */
function firstVisit(): Rows {
  const { visits: _, ...scenario } = severalFaults();
  return scenario;
}

/** Nor has anybody a checkbox, a set, a mapping, or a result. */
function nobody(): Rows {
  const scenario = firstVisit();
  const { records } = scenario;
  for (const user of records["User"] ?? [])
    for (const field of Object.keys(user)) if (field.startsWith("et4ae5__")) Reflect.deleteProperty(user, field);
  records["PermissionSetAssignment"] = (records["PermissionSetAssignment"] ?? []).filter(
    ({ PermissionSetId }) => PermissionSetId === "0PS000000000011"
  );
  for (const object of ["et4ae5__Configuration__c", "et4ae5__IndividualEmailResult__c"]) records[object] = [];
  return scenario;
}

function called(names: readonly string[], isEverybody: boolean): Rows {
  const scenario = severalFaults();
  const users = (scenario.records["User"] ?? []).filter(({ Id }) => isEverybody || Id !== SYSTEM_USER);
  for (const [at, user] of users.entries()) user["Name"] = names[at % names.length];
  return scenario;
}

interface Situation {
  readonly name: string;
  readonly rows: () => Rows;
  /** All of them when absent: where names are short, one screen is enough. */
  readonly widths?: typeof WIDTHS;
  /** The line of the plan that comes first. */
  readonly first: string;
  /** What the first line says. */
  readonly says: RegExp;
}

const SITUATIONS: readonly Situation[] = [
  {
    name: "first-visit: nobody was ever chosen",
    rows: firstVisit,
    widths: [[1280, 768]],
    first: "people",
    says: /system user/i
  },
  {
    name: "nobody: nothing in the org points to a system user",
    rows: nobody,
    widths: [[390, 320]],
    first: "people",
    says: /system user/i
  },
  {
    name: "long-names: as long as Salesforce allows, and from right to left",
    rows: () => called(LONG, false),
    first: "access",
    says: /^Give 2 people access/
  },
  {
    name: "real-long: a Spanish and a German name",
    rows: () => called([SPANISH, GERMAN], true),
    first: "access",
    says: /^Give 2 people access/
  }
];

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** @returns texts that turn what stands behind them around: outside of an element that keeps names apart */
const reversing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      if (/\u202e[^\u2069]*$/.test(textContent ?? "") && !parentElement?.closest("bdi, script"))
        found.push(`${parentElement?.outerHTML ?? ""} ${textContent ?? ""}`);
    }
    return found;
  });

describe("orgs of the review", { skip: noChromium() }, () => {
  const { opened } = shownOrgs();

  for (const { name, rows, first, says, widths: all = WIDTHS } of SITUATIONS)
    for (const widths of all)
      test(`${name}, at ${widths.join(" and ")}: nothing scrolls sideways, names stay apart, and the plan begins where it may`, async () => {
        const org = name.split(":")[0] ?? "";
        const { page, checkScreen } = await opened(org, rows(), { width: Math.max(...widths) });
        const line = page.locator("[data-id=plan] li").filter({ has: page.locator("[data-id=show]") });
        assert.equal(await line.getAttribute("data-line"), first);
        assert.match(await line.locator(".text").innerText(), says);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          for (const step of await page.locator("button[data-step]").all()) {
            if ((await step.getAttribute("aria-expanded")) !== "true") await step.dispatchEvent("click");
            const over = await overflow(page);
            assert.ok(over <= 0, `${await step.innerText()} is ${String(over)} too wide`);
          }
          await openStep(page, say("step.people"));
          await checkScreen(`review-${org}-${String(width)}`);
        }
        assert.deepEqual(await reversing(page), [], "what reverses is not isolated");
      });

  test("first-visit: what is found of a guess is said to be one, in verdict, plan, and card", async () => {
    const { page } = await opened("guess", firstVisit());
    const access = page.locator("[data-line=access]");
    assert.match(await access.innerText(), new RegExp(say("plan.waiting")));
    await openStep(page, say("step.access"));
    const [, guess = "?"] = say("tentative", { user: "X", title: "Y" })
      .replace(/[\u2068\u2069]/g, "")
      .split("X");
    await page.locator("c-mcc-step").getByText(guess.replace("Y", "").trim()).first().waitFor();
  });
});
