import { english } from "../../command-line/formats/english.ts";
import { noChromium } from "../chromium.ts";
import { startHarness } from "../browser/harness.ts";
import { median } from "./people.ts";

const VISITS = 5;

/** @returns milliseconds from opening the page to the verdict on the large scenario (median), or why there are none */
export async function pageMs(): Promise<number | { readonly skipped: string }> {
  const skipped = noChromium();
  if (skipped !== false) return { skipped };
  const harness = await startHarness();
  const open = async (): Promise<number> => {
    const started = performance.now();
    const { page } = await harness.visit({ scenario: "large", apart: true });
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
