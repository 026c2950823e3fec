import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { noChromium } from "../../scripts/chromium.ts";
import { changes, SEEN, TEXTS } from "../product/symptom-cases.ts";
import { changedOrgs } from "./with-change.ts";
import { readOf } from "./wizard.ts";

/** `symptoms.test.ts` leads to what is wrong in these. */
const LED_TO: readonly string[] = [
  ...SEEN.map(([, change, check]) => `${change} ${check}`),
  ...TEXTS.map(([, check, change]) => `${change} ${check}`)
];

describe("what breaks a healthy org is named on the page", { skip: noChromium() }, () => {
  const { opened } = changedOrgs();

  for (const [name, { cause, asked }] of Object.entries(changes))
    if (cause !== undefined && !LED_TO.includes(`${name} ${cause}`))
      test(`${name.replaceAll("-", " ")}: by ${cause}`, async () => {
        const { page } = await opened(name, cause);
        const own = await readOf(page, [cause]);
        const states = asked ? ["confirm"] : ["fail", "warn"];
        assert.ok(
          own.some(({ state }) => states.includes(state)),
          JSON.stringify(own)
        );
      });
});
