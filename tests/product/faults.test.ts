import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { remembering } from "./disturbances.ts";
import { FAULTS, TOLD_APART, withFaults } from "./fault-cases.ts";
import { breaches, faultIn } from "./laws.ts";
import { rowsOver, runOver, scenarioNow, sharingNow } from "./run.ts";

const SITUATIONS = [
  { name: "several-faults", everyone: false },
  { name: "several-faults", everyone: true },
  { name: "healthy-to-confirm", everyone: false },
  { name: "package-missing", everyone: false },
  { name: "another-language", everyone: false }
];

const proven = new Set<string>();

for (const { name, everyone } of SITUATIONS) {
  const scenario = await (everyone ? sharingNow(name) : scenarioNow(name));
  const source = remembering(rowsOver(scenario));
  const sound = await runOver(source, scenario, everyone);
  const asked = [...sound.asked.keys()];
  const first = name === "several-faults" ? asked.filter((query) => !proven.has(query)) : [];

  describe(everyone ? `${name}, everyone asked for` : name, () => {
    for (const query of asked)
      test(`${query} fails in any way: nothing passes for want of it, and the rest stays`, async () => {
        for (const fault of first.includes(query) ? FAULTS : TOLD_APART) {
          const broken = await runOver(withFaults(source, new Map([[query, fault]])), scenario, everyone);
          assert.equal(faultIn(broken.evidence, query), fault.kind, fault.name);
          assert.deepEqual(breaches([query], sound, broken), [], fault.name);
        }
      });
  });
  if (name === "several-faults") for (const query of asked) proven.add(query);
  if (everyone)
    test("every query of a run was among them", () => {
      assert.deepEqual([...proven].sort(), Object.keys(sound.evidence).sort());
    });
}
