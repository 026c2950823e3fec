import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { startHarness, type Harness, type Visit, type Where } from "../../scripts/browser/harness.ts";
import { checked } from "./wizard.ts";

/**
 * For one suite: its tests share a demonstration, and each opens its org in the page of the visit before.
 * @returns the demonstration once it runs, and what opens an org, made of the content of a scenario's file, and waits until it is
 * checked
 */
export function shownOrgs() {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });
  return {
    harness: (): Harness => harness,
    opened: async (name: string, scenario: object, where: Omit<Where, "after" | "apart"> = {}): Promise<Visit> => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(scenario));
      await harness.show(file);
      const visit = await harness.revisit(where);
      await checked(visit.page);
      return visit;
    }
  };
}
