import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { startDemonstration, type Demonstration } from "../../local/page/demonstration.ts";
import { CACHE } from "../../build/project.ts";
import { leaveBrowser, takeBrowser } from "./browser.ts";

/** Milliseconds: for a busy machine. */
export const PATIENCE = 120_000;
const WIDTH = 1280;
const HEIGHT = 900;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Screen {
  /** In CSS pixels; 1280 when absent. */
  readonly width?: number;
  /** In a profile of its own: it finds nothing cached, and its clock is no other page's. */
  readonly apart?: boolean;
  /** Apex calls or static resources are made to fail: that the browser notes them in its console is no error of the page. */
  readonly faulty?: boolean;
}

export interface Where extends Screen {
  /** An earlier visit that is over: its page is used again, which costs half of a new one. */
  readonly after?: Visit;
  readonly scenario?: string;
  readonly language?: string;
  readonly theme?: "light" | "dark";
}

/** A page that is open, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** What the browser's console told of since the wizard was opened. */
  readonly errors: string[];
  /**
   * Holds what is on the screen against WCAG 2.2 A and AA. With SCREENSHOTS set, it takes a picture into
   * .cache/screenshots, and without it only where it finds something.
   * @throws {AssertionError} with each violation and each console error since the page was opened
   */
  readonly checkScreen: (name: string) => Promise<void>;
}

export interface Harness {
  /** Opens a page with nothing on it. */
  readonly open: (screen?: Screen) => Promise<Visit>;
  /** Opens the wizard and waits for nothing but its frame. */
  readonly visit: (where?: Where) => Promise<Visit>;
  /** As `visit`, in the page of the last visit that was opened like this. `anew`: in an org that begins anew. */
  readonly revisit: (where?: Omit<Where, "after" | "apart"> & { readonly anew?: boolean }) => Promise<Visit>;
  readonly url: string;
  /** The org behind the page of a scenario, to be changed. */
  readonly org: Demonstration["org"];
  /** Shows a scenario first from now on, by its name or file, in an org that begins anew. */
  readonly show: Demonstration["show"];
  readonly close: () => Promise<void>;
}

/** The next demonstration is served where the last one was, so that the browser has its scripts. */
let port = 0;

/**
 * Starts the local page on embedded orgs of its own, and a browser if none runs. Needs Chromium: see `noChromium`.
 * @param scenario the file of a scenario that is shown first, instead of the default one
 */
export async function startHarness(scenario?: string): Promise<Harness> {
  const demonstration = await startDemonstration({ port, say: () => undefined, ...(scenario && { scenario }) });
  port = demonstration.port;
  const { browser, shared } = await takeBrowser();
  await holdOpen(shared, demonstration.url);
  const pages: Page[] = [];

  const open: Harness["open"] = async ({ width, apart = false, faulty = false } = {}) => {
    const page = apart ? await browser.newPage() : await shared.newPage();
    pages.push(page);
    await resize(page, width);
    page.setDefaultTimeout(PATIENCE);
    const errors: string[] = [];
    page.on("console", (message) => {
      const noted =
        faulty && /\/(apex|resource)\//.test(message.location().url) && !message.text().startsWith("Uncaught");
      if (message.type() === "error" && !noted) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    return { page, errors, checkScreen: (name) => checkScreen(page, errors, name) };
  };
  const address = (query: Omit<Where, keyof Screen | "after">) =>
    `${demonstration.url}?${new URLSearchParams({ ...query }).toString()}`;

  const visit: Harness["visit"] = async ({ width, apart, faulty, after, ...query } = {}) => {
    const visit =
      after ?? (await open({ ...(width && { width }), ...(apart && { apart }), ...(faulty && { faulty }) }));
    if (after) await resize(visit.page, width);
    visit.errors.length = 0;
    await visit.page.goto(address(query));
    await visit.page.getByRole("main").waitFor();
    return visit;
  };
  /** By whether their faults are noted. */
  const used = new Map<boolean, Visit>();

  return {
    open,
    visit,
    revisit: async ({ anew = false, ...where } = {}) => {
      const after = used.get(where.faulty ?? false);
      await after?.page.unrouteAll();
      if (anew && where.scenario) await demonstration.show(where.scenario);
      const visited = await visit({ ...where, ...(after && { after }) });
      used.set(where.faulty ?? false, visited);
      return visited;
    },
    url: demonstration.url,
    org: (name) => demonstration.org(name),
    show: (name) => demonstration.show(name),
    close: async () => {
      await Promise.all(pages.map((page) => page.close()));
      leaveBrowser();
      await demonstration.close();
    }
  };
}

const resize = (page: Page, width = WIDTH): Promise<void> => page.setViewportSize({ width, height: HEIGHT });

/** Chromium ends a site's process with its last page, and what that had read and compiled is lost: one page stays. */
async function holdOpen(profile: BrowserContext, url: string): Promise<void> {
  if (profile.pages().length > 0) return;
  const page = await profile.newPage();
  await page.goto(`${url}lightning/held-open`);
}

/** As `Visit.checkScreen`, on a page whose errors somebody else collects. */
export async function checkScreen(page: Page, errors: readonly string[], name: string): Promise<void> {
  try {
    assert.deepEqual(errors, [], "errors in the browser's console");
    assert.deepEqual(await violations(page), [], `${name}: WCAG 2.2 A and AA`);
  } catch (error) {
    await takePicture(page, name);
    throw error;
  }
  if (process.env["SCREENSHOTS"]) await takePicture(page, name);
}

async function takePicture(page: Page, name: string): Promise<void> {
  const folder = join(CACHE, "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function violations(page: Page): Promise<string[]> {
  // Not as a script element: the page's own policy would refuse it.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const results = await page.evaluate(
    // Only what is asked for is worked out: what passed is half the work.
    (runOnly) =>
      (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document, {
        runOnly,
        resultTypes: ["violations"],
        preload: false
      }),
    RULES
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`)
  );
}
