import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../gates/project-fixture.ts";
import { hasForceExit, nodeTests, runNode } from "./run.ts";

const LEAKS = `const { createServer } = await import("node:http");
await new Promise((listening) => createServer().listen(0, listening));`;
const GREEN = 'import { test } from "node:test";\ntest("green", () => {});';

const RUNS = [
  {
    name: "a red test that leaves a server open ends red, and the files after it run",
    files: {
      "a.test.mjs": `import { test } from "node:test";\ntest("red", async () => {\n${LEAKS}\nthrow new Error("red"); });`,
      "b.test.mjs": GREEN
    },
    outcome: { passed: 1, failed: 1, skipped: [] }
  },
  {
    name: "a green test that leaves a server open ends green",
    files: { "a.test.mjs": `import { test } from "node:test";\ntest("green", async () => {\n${LEAKS} });` },
    outcome: { passed: 1, failed: 0, skipped: [] }
  },
  {
    name: "a file that can't be loaded ends red, and the files after it run",
    files: { "a.test.mjs": "throw new Error('red');", "b.test.mjs": GREEN },
    outcome: { passed: 1, failed: 1, skipped: [] }
  }
];

for (const { name, files, outcome } of RUNS)
  test(name, { skip: !hasForceExit() && "before Node 20.14, the time limit ends it" }, async (t) => {
    const root = project(t, files);
    const run = await nodeTests(
      Object.keys(files).map((file) => join(root, file)),
      60_000
    );
    assert.deepEqual(run.outcome, outcome, run.output);
  });

test(
  "a report is whole, however much the tests print, and though nobody reads it before they have ended",
  { skip: !hasForceExit() && "before Node 20.14, the time limit ends it" },
  async (t) => {
    const root = project(t, {
      "a.test.mjs": `import { test } from "node:test";
import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(new URL("ended", import.meta.url), ""));
test("green", async () => {
${LEAKS}
console.log("line\\n".repeat(1_000_000)); });`
    });
    const running = nodeTests([join(root, "a.test.mjs")], 60_000);
    // Nothing else happens in this process meanwhile.
    while (!existsSync(join(root, "ended"))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    const { outcome } = await running;
    assert.deepEqual(outcome, { passed: 1, failed: 0, skipped: [] });
  }
);

test("a program that doesn't end is killed with all that it started, and the error says so", async (t) => {
  const root = project(t, {
    "parent.mjs": `import { spawn } from "node:child_process";
      spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      console.log("started");
      setInterval(() => {}, 1000);`
  });
  await assert.rejects(runNode([join(root, "parent.mjs")], 2000), /still running after 2 s, and was killed\./);
});
