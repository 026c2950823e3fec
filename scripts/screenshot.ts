import { join } from "node:path";
import { startHarness } from "./browser/harness.ts";
import { ROOT } from "../build/project.ts";

/** The picture in the README, taken from the page as it is. */
const PICTURE = join(ROOT, "docs/wizard.png");

const harness = await startHarness();
try {
  const { page } = await harness.visit();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: PICTURE });
  console.log(`Took ${PICTURE}`);
} finally {
  await harness.close();
}
