import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { changes } from "../product/symptom-cases.ts";
import { startWithChange } from "./with-change.ts";
import { checked, read } from "./wizard.ts";

describe("what breaks a healthy org is named on the page", { skip: noChromium() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "causes-"));
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, { cause, asked }] of Object.entries(changes))
    if (cause !== undefined)
      test(`${name.replaceAll("-", " ")}: by ${cause}`, async (t) => {
        const harness = await startWithChange(folder, name, cause);
        t.after(() => harness.close());
        const { page } = await harness.visit();
        await checked(page);
        const own = (await read(page)).findings.filter(({ check }) => check === cause);
        const states = asked ? ["confirm"] : ["fail", "warn"];
        assert.ok(
          own.some(({ state }) => states.includes(state)),
          JSON.stringify(own)
        );
      });
});
