import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../gates/project-fixture.ts";
import { hashOfInputs } from "./inputs.ts";
import type { Outcome } from "./outcome.ts";
import { unlessUnchanged } from "./unchanged.ts";

const PASSED: Outcome = { passed: 3, failed: 0, skipped: [] };

/** What happens between two runs of a step, and whether the second one is needed. */
const SITUATIONS: readonly {
  readonly name: string;
  readonly first?: Outcome;
  readonly during?: (root: string) => void;
  readonly between?: (root: string) => void;
  readonly needed: boolean;
}[] = [
  { name: "it passed, and nothing changed: not needed", needed: false },
  {
    name: "it passed, and a file that it does not read changed: not needed",
    between: (root) => writeFileSync(join(root, "other.txt"), "new"),
    needed: false
  },
  {
    name: "it passed, and a file that it reads changed: needed",
    between: (root) => writeFileSync(join(root, "read/a.txt"), "new"),
    needed: true
  },
  {
    name: "it passed, and a file was added to a folder that it reads: needed",
    between: (root) => writeFileSync(join(root, "read/b.txt"), ""),
    needed: true
  },
  {
    name: "it passed, and the packages changed: needed",
    between: (root) => writeFileSync(join(root, "package.json"), "{}"),
    needed: true
  },
  {
    name: "it passed, and a file changed while it ran: needed",
    during: (root) => writeFileSync(join(root, "read/a.txt"), "new"),
    needed: true
  },
  { name: "a test failed: needed", first: { passed: 2, failed: 1, skipped: [] }, needed: true },
  { name: "a test was skipped: needed", first: { passed: 2, failed: 0, skipped: ["no Java"] }, needed: true },
  { name: "nothing ran: needed", first: { passed: 0, failed: 0, skipped: [] }, needed: true }
];

for (const { name, first = PASSED, during, between, needed } of SITUATIONS)
  test(name, async (t) => {
    const root = project(t, { "read/a.txt": "old", "other.txt": "old" });
    let runs = 0;
    const step = (outcome: Outcome, change?: (root: string) => void) =>
      unlessUnchanged(
        "step",
        () => hashOfInputs(["read"], root),
        () => {
          runs += 1;
          change?.(root);
          return Promise.resolve({ outcome, output: "" });
        },
        join(root, "passed")
      );
    await step(first, during);
    between?.(root);
    const second = await step(PASSED);
    assert.equal(runs, needed ? 2 : 1);
    assert.equal("unchanged" in second ? second.unchanged : undefined, needed ? undefined : 3);
  });
