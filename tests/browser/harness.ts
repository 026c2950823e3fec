import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { startDemonstration, type Demonstration } from "../../local/page/demonstration.ts";
import { CACHE } from "../../scripts/build/project.ts";
import { chromiumPath } from "./chromium.ts";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];
/** Milliseconds: for a busy machine. */
export const PATIENCE = 120_000;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Where {
  readonly scenario?: string;
  readonly language?: string;
  readonly theme?: "light" | "dark";
  /** In CSS pixels; 1280 when absent. */
  readonly width?: number;
}

/** A page that is open, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /**
   * Takes a picture into .cache/screenshots and holds what is on the screen against WCAG 2.2 A and AA.
   * @throws {AssertionError} with each violation and each console error since the page was opened
   */
  readonly checkScreen: (name: string) => Promise<void>;
}

export interface Harness {
  readonly url: string;
  /** Opens the page and waits for nothing but its frame. */
  readonly visit: (where?: Where) => Promise<Visit>;
  /** The org behind the page of a scenario, to be changed. */
  readonly org: Demonstration["org"];
  readonly close: () => Promise<void>;
}

/**
 * Starts the local page on the embedded org, and a browser. Needs Chromium: see `noChromium`.
 * @param scenario the file of a scenario that is shown first, instead of the default one
 */
export async function startHarness(scenario?: string): Promise<Harness> {
  const demonstration = await startDemonstration({ port: 0, say: () => undefined, ...(scenario && { scenario }) });
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: FLAGS });
  return {
    url: demonstration.url,
    org: (name) => demonstration.org(name),
    visit: async ({ width = 1280, ...query } = {}) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      page.setDefaultTimeout(PATIENCE);
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${demonstration.url}?${new URLSearchParams(query).toString()}`);
      await page.getByRole("main").waitFor();
      return { page, checkScreen: (name) => checkScreen(page, errors, name) };
    },
    close: async () => {
      await browser.close();
      await demonstration.close();
    }
  };
}

/** As `Visit.checkScreen`, on a page whose errors somebody else collects. */
export async function checkScreen(page: Page, errors: readonly string[], name: string): Promise<void> {
  const folder = join(CACHE, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  assert.deepEqual(errors, [], "errors in the browser's console");
  assert.deepEqual(await violations(page), [], `${name}: WCAG 2.2 A and AA`);
}

async function violations(page: Page): Promise<string[]> {
  // Not as a script element: the page's own policy would refuse it.
  await page.evaluate(AXE);
  const results = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document, { runOnly: rules }),
    RULES
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`)
  );
}
