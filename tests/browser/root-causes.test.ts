import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness, type Visit } from "../../scripts/browser/harness.ts";
import { changes, SEEN, TEXTS } from "../product/symptom-cases.ts";
import { showChange } from "./with-change.ts";
import { checked, readOf } from "./wizard.ts";

/** `symptoms.test.ts` leads to what is wrong in these. */
const LED_TO: readonly string[] = [
  ...SEEN.map(([, change, check]) => `${change} ${check}`),
  ...TEXTS.map(([, check, change]) => `${change} ${check}`)
];

describe("what breaks a healthy org is named on the page", { skip: noChromium() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "causes-"));
  let harness: Harness;
  let last: Visit | undefined;
  before(async () => {
    harness = await startHarness();
  });
  after(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });

  for (const [name, { cause, asked }] of Object.entries(changes))
    if (cause !== undefined && !LED_TO.includes(`${name} ${cause}`))
      test(`${name.replaceAll("-", " ")}: by ${cause}`, async () => {
        await showChange(harness, folder, name, cause);
        last = await harness.visit(last && { after: last });
        await checked(last.page);
        const own = await readOf(last.page, [cause]);
        const states = asked ? ["confirm"] : ["fail", "warn"];
        assert.ok(
          own.some(({ state }) => states.includes(state)),
          JSON.stringify(own)
        );
      });
});
