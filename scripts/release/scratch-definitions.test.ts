import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { filesUnder, METADATA, ROOT } from "../../build/project.ts";
import { publishedTypes } from "../gates/metadata/types.ts";

// Gone when the scratch-org workflow has passed: Salesforce says the same, and more.

const WORKFLOW = readFileSync(join(ROOT, ".github/workflows/scratch-org.yml"), "utf8");

test("the workflow assigns a permission set of ours", () => {
  const [, name = ""] = /assign permset --name (\S+)/.exec(WORKFLOW) ?? [];
  assert.ok(existsSync(join(METADATA, `permissionsets/${name}.permissionset-meta.xml`)), name);
});

test("the workflow makes an org of each definition", () => {
  const [, names = ""] = /definition: \[(.*)\]/.exec(WORKFLOW) ?? [];
  const files = filesUnder(join(ROOT, "config"), /-scratch-def\.json$/).map((file) => relative(ROOT, file));
  assert.deepEqual(
    names
      .split(", ")
      .map((name) => `config/${name}-scratch-def.json`)
      .sort(),
    files
  );
});

const types = publishedTypes();
for (const file of filesUnder(join(ROOT, "config"), /-scratch-def\.json$/))
  test(`${relative(ROOT, file)} names settings that Salesforce publishes`, () => {
    const { settings = {} } = JSON.parse(readFileSync(file, "utf8")) as {
      settings?: Record<string, Record<string, unknown>>;
    };
    for (const [name, values] of Object.entries(settings)) {
      const shape = types(name.replace(/^./, (letter) => letter.toUpperCase()));
      assert.ok(shape?.kind === "record", `There are no settings "${name}".`);
      for (const key of Object.keys(values)) assert.ok(shape.parts.has(key), `${name} has no "${key}".`);
    }
  });
