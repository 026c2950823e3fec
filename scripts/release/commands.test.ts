import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesUnder, METADATA, ROOT } from "../../build/project.ts";
import { publishedTypes } from "../gates/metadata/types.ts";
import { commandsOf, DEFAULTS, TASKS, type Task } from "./commands.ts";

const VERSION = "04t000000000001AAA";
const tasks = Object.keys(TASKS) as Task[];

for (const task of tasks)
  test(`${task}: every placeholder is filled`, () => {
    const text = JSON.stringify(commandsOf(task, { ...DEFAULTS, version: VERSION }));
    assert.doesNotMatch(text, /[{}]/);
  });

for (const version of [undefined, "", "04t1", "05i000000000001AAA", "04t000000000001AAA; rm"])
  test(`the version "${String(version)}" is refused`, () => {
    assert.throws(() => commandsOf("promote", { ...DEFAULTS, ...(version !== undefined && { version }) }), /04t/);
  });

test("the permission set that is assigned is there", () => {
  const named = commandsOf("scratch", DEFAULTS).find(([, verb]) => verb === "assign")?.[4] ?? "";
  assert.ok(existsSync(join(METADATA, `permissionsets/${named}.permissionset-meta.xml`)));
});

test("the tasks with a dry run print their calls and make none", () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "scripts/release/salesforce.ts",
      "install",
      "--dry-run",
      "--version",
      VERSION,
      "--org",
      "my sandbox"
    ],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, PATH: "" } }
  );
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `sf package install --package ${VERSION} --target-org "my sandbox" --security-type AdminsOnly --wait 20 --no-prompt\n` +
      'sf org assign permset --name MCC_Health --target-org "my sandbox"\n'
  );
});

const types = publishedTypes();
for (const file of filesUnder(join(ROOT, "config"), /-scratch-def\.json$/))
  test(`${file.slice(ROOT.length + 1)} names settings that Salesforce publishes`, () => {
    const { settings = {} } = JSON.parse(readFileSync(file, "utf8")) as {
      settings?: Record<string, Record<string, unknown>>;
    };
    for (const [name, values] of Object.entries(settings)) {
      const shape = types(name.replace(/^./, (letter) => letter.toUpperCase()));
      assert.ok(shape?.kind === "record", `There are no settings "${name}".`);
      for (const key of Object.keys(values)) assert.ok(shape.parts.has(key), `${name} has no "${key}".`);
    }
  });
