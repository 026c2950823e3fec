import { existsSync } from "node:fs";

/** Chromium without what a window needs: it takes a quarter less of the processor for a page. */
const HEADLESS_SHELL = "/usr/lib/chromium/chromium-headless-shell";

const KNOWN = [
  process.env["CHROMIUM_PATH"],
  HEADLESS_SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"
];

/** Where a Chromium is on this machine; undefined where there is none. */
export const chromiumPath = (): string | undefined => KNOWN.find((path) => path !== undefined && existsSync(path));

/** Whether Debian's headless shell would be used, were it installed. */
export const wantsHeadlessShell = (): boolean =>
  process.env["CHROMIUM_PATH"] === undefined && !existsSync(HEADLESS_SHELL);

/** For a test's `skip`: the reason where there is no browser, else false. */
export const noChromium = (): string | false =>
  chromiumPath() === undefined && "no Chromium here: install it, or set CHROMIUM_PATH to a Chrome or Chromium";
