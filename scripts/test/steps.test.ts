import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { filesUnder, ROOT } from "../../build/project.ts";
import { OF_EVERY_STEP } from "./inputs.ts";
import { STEPS, TEST_FOLDERS } from "./steps.ts";

test("each test file is run by one step: Jest those of the checklist and the components, node:test the others", () => {
  const folders = Object.values(TEST_FOLDERS).flat();
  const files = ["build", "checklist", "command-line", "config", "force-app", "local", "scripts", "tests"]
    .flatMap((folder) => filesUnder(join(ROOT, folder), /\.test\.ts$/))
    .map((file) => relative(ROOT, file).replaceAll("\\", "/"));
  const ofJest = /^checklist\/|^force-app\/.*\/__tests__\//;
  assert.deepEqual(
    files.filter(
      (file) => folders.filter((folder) => file.startsWith(`${folder}/`)).length !== (ofJest.test(file) ? 0 : 1)
    ),
    []
  );
});

for (const [name, { reads }] of Object.entries(STEPS))
  test(`${name} reads what is there`, () => {
    assert.deepEqual(
      reads.filter((path) => !existsSync(join(ROOT, path))),
      []
    );
  });

for (const [name, folders] of Object.entries(TEST_FOLDERS))
  test(`${name} is run again when its tests change`, () => {
    const reads = [...OF_EVERY_STEP, ...(STEPS[name]?.reads ?? [])];
    for (const folder of folders)
      assert.ok(
        reads.some((path) => path === "." || folder === path || folder.startsWith(`${path}/`)),
        folder
      );
  });
