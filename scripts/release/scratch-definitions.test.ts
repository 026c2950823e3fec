import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { filesUnder, METADATA, ROOT } from "../../build/project.ts";

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
