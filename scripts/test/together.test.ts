import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { filesUnder } from "../../build/project.ts";
import { project } from "../gates/project-fixture.ts";

const FILES = {
  "package.json": '{ "type": "module" }',
  "broken.test.ts": 'throw new Error("no module");',
  "missing.test.ts": 'import "./nowhere.ts";',
  "hooked.test.ts":
    'import { beforeEach, test } from "node:test";\nawait null;\nbeforeEach(() => { throw new Error("mine"); });\ntest("hooked", () => {});',
  "slow.js": "await new Promise((resolve) => setTimeout(resolve, 50));",
  "sharing.test.ts": 'import { test } from "node:test";\nimport "./slow.js";\ntest("sharing", () => {});',
  "sharing-too.test.ts": 'import { test } from "node:test";\nimport "./slow.js";\ntest("sharing too", () => {});',
  "sound.test.ts": 'import { test } from "node:test";\nawait null;\ntest("sound", () => {});'
};

test("of files that run together, each passes or fails by itself, and is named", (t) => {
  const root = project(t, FILES);
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--test-reporter=tap",
      join(import.meta.dirname, "together.ts"),
      ...filesUnder(root, /\.test\.ts$/)
    ],
    // Its own report, not one for the run around this test.
    { encoding: "utf8", env: { ...process.env, NODE_TEST_CONTEXT: undefined } }
  );
  const outcomes = Array.from(stdout.matchAll(/^((?:not )?ok) \d+ - .*?([\w-]+)\.test\.ts$/gm), ([, how, file]) => [
    file,
    how
  ]);
  assert.deepEqual(outcomes, [
    ["broken", "not ok"],
    ["hooked", "not ok"],
    ["missing", "not ok"],
    ["sharing-too", "ok"],
    ["sharing", "ok"],
    ["sound", "ok"]
  ]);
  assert.match(stdout, /no module[^]*error: 'mine'[^]*nowhere\.ts/);
  assert.equal(status, 1);
});
