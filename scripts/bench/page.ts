import { english } from "../../command-line/formats/english.ts";
import { noChromium } from "../chromium.ts";
import { startHarness } from "../browser/harness.ts";
import { median } from "./people.ts";

const VISITS = 5;
/** A laptop of an admin beside the machine of a developer. */
const CPU_SLOWDOWN = 4;

/**
 * @returns milliseconds from opening the page to the verdict on the large scenario (median), at 4x CPU slowdown; or why
 * there are none
 */
export async function pageMs(): Promise<number | { readonly skipped: string }> {
  const skipped = noChromium();
  if (skipped !== false) return { skipped };
  const harness = await startHarness();
  const open = async (): Promise<number> => {
    const { page } = await harness.open({ apart: true });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    const started = performance.now();
    await page.goto(`${harness.url}?scenario=large`);
    const checking = english({ key: "verdict.checking" });
    await page.getByRole("heading", { level: 1 }).filter({ hasNotText: checking }).waitFor();
    const ms = performance.now() - started;
    await page.close();
    return ms;
  };
  try {
    // The first visit loads the scenario, which an org has not to do.
    await open();
    const visits: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) visits.push(await open());
    return median(visits);
  } finally {
    await harness.close();
  }
}
