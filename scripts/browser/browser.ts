import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { chromiumPath } from "../chromium.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages live for seconds: making code fast costs more than running it.
  "--js-flags=--no-turbofan --no-maglev",
  // A page that opens beside another of its site finds the styles read and the scripts compiled.
  "--process-per-site"
];
/** Milliseconds: by then the next suite of a run has begun. */
const LINGER = 500;

export interface RunningBrowser {
  readonly browser: Browser;
  /** The profile that pages share, unless they want one of their own. */
  readonly shared: BrowserContext;
}

let users = 0;
let running: Promise<RunningBrowser> | undefined;

/** @returns the one Chromium of this process; whoever took it calls `leaveBrowser` */
export function takeBrowser(): Promise<RunningBrowser> {
  users += 1;
  return (running ??= start());
}

/** Closes the Chromium when nobody has wanted it for a moment. */
export function leaveBrowser(): void {
  users -= 1;
  setTimeout(() => {
    if (users > 0) return;
    void running?.then(({ browser }) => browser.close());
    running = undefined;
  }, LINGER);
}

async function start(): Promise<RunningBrowser> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: FLAGS });
  return { browser, shared: await browser.newContext() };
}
