import { existsSync } from "node:fs";

const KNOWN = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"
];

/** Where a Chromium is on this machine; undefined where there is none. */
export const chromiumPath = (): string | undefined => KNOWN.find((path) => path !== undefined && existsSync(path));

/** For a test's `skip`: the reason where there is no browser, else false. */
export const noChromium = (): string | false =>
  chromiumPath() === undefined && "no Chromium here: install it, or set CHROMIUM_PATH to a Chrome or Chromium";
