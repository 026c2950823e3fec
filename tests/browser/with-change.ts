import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { ROOT } from "../../build/project.ts";
import { startHarness, type Harness, type Visit, type Where } from "../../scripts/browser/harness.ts";
import { changes, confirmedBut } from "../product/symptom-cases.ts";
import { checked } from "./wizard.ts";

/**
 * For one suite: its tests share a demonstration, and each opens its org in the page of the visit before.
 * @returns the demonstration once it runs, and what opens a healthy org with a change and waits until it is checked
 */
export function changedOrgs() {
  const folder = mkdtempSync(join(tmpdir(), "changed-"));
  let harness: Harness;
  let last: Visit | undefined;
  before(async () => {
    harness = await startHarness();
  });
  after(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });
  return {
    harness: (): Harness => harness,
    opened: async (name: string, check: string, where: Where = {}): Promise<Visit> => {
      await showChange(harness, folder, name, check);
      last = await harness.visit({ ...where, ...(last && { after: last }) });
      await checked(last.page);
      return last;
    }
  };
}

/**
 * Shows a healthy org with this change, where a person chose the people and confirmed all but one check.
 * @param folder for the scenario's file
 * @param name of one of the changes in `tests/product/inputs/changes.json`
 */
async function showChange(harness: Harness, folder: string, name: string, except: string): Promise<void> {
  const change = changes[name];
  assert.ok(change);
  const { of, records, unavailable } = change;
  const asked = (await confirmedBut(change, except)).findings.filter(({ state }) => state === "confirmed");
  const base = JSON.parse(readFileSync(join(ROOT, "tests/product/inputs", `${of}.json`), "utf8")) as {
    records: object;
  };
  const visit = {
    at: "now-3h",
    by: "005000000000001",
    systemUser: "005000000000002",
    impactedUsers: ["005000000000004"],
    milliseconds: 1730,
    confirmed: asked.map((finding) => ({ check: finding.check, holds: true }))
  };
  const file = join(folder, `${name}.json`);
  const scenario = {
    ...base,
    records: { ...base.records, ...records },
    visits: [visit],
    ...(unavailable && { unavailable })
  };
  writeFileSync(file, JSON.stringify(scenario));
  await harness.show(file);
}
