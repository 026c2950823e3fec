import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { project } from "../gates/project-fixture.ts";
import { hashOfInputs } from "./inputs.ts";
import type { Outcome } from "./outcome.ts";
import { recorded } from "./recorded.ts";

const PASSED: Outcome = { passed: 3, failed: 0, skipped: [] };

const FILES = {
  "checklist/a.ts": "const a = 1;",
  "checklist/b.ts": "",
  "force-app/classes/A.cls": "class A {}",
  ".prettierrc.json": "{}",
  ".cache/tsconfig.components.json": "{}",
  "node_modules/.package-lock.json": "{}"
};

/** A project with a gate, whose runs are counted. */
function gated(t: TestContext, outcome: Outcome = PASSED) {
  const root = project(t, FILES);
  const gate = { root, runs: 0, outcome, program: "v20", during: () => undefined as unknown };
  const folder = join(root, ".cache/passed");
  const ask = () =>
    recorded(
      "lint",
      () => {
        gate.runs += 1;
        gate.during();
        return Promise.resolve({ outcome: gate.outcome, output: "told" });
      },
      { folder, inputs: () => hashOfInputs(root, gate.program) }
    );
  return { gate, ask, record: join(folder, "lint") };
}

test("what passed is told again while nothing has changed, and not run", async (t) => {
  const { gate, ask } = gated(t);
  assert.deepEqual(await ask(), { outcome: PASSED, output: "told" });
  assert.deepEqual(await ask(), { outcome: PASSED, output: "", unchanged: true });
  assert.equal(gate.runs, 1);
});

const write =
  (path: string, text: string) =>
  (root: string): void => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
const remove =
  (path: string) =>
  (root: string): void =>
    rmSync(join(root, path), { recursive: true });

const CHANGES: readonly { name: string; change: (root: string) => unknown }[] = [
  { name: "a file changed", change: write("checklist/a.ts", "const a = 2;") },
  { name: "a file changed to another of the same length", change: write("force-app/classes/A.cls", "class B {}") },
  { name: "a file added", change: write("checklist/c.ts", "") },
  { name: "a file added in a new folder", change: write("checklist/deep/er/c.ts", "") },
  { name: "a hidden file added", change: write(".eslintrc", "") },
  { name: "a file that git ignores added", change: write("force-app/labels/made.xml", "") },
  { name: "a file removed", change: remove("checklist/b.ts") },
  { name: "a folder removed", change: remove("checklist") },
  {
    name: "a file renamed",
    change: (root) => {
      remove("checklist/b.ts")(root);
      write("checklist/d.ts", "")(root);
    }
  },
  {
    name: "text moved from one file to the next",
    change: (root) => {
      write("checklist/a.ts", "")(root);
      write("checklist/b.ts", "const a = 1;")(root);
    }
  },
  { name: "a configuration changed", change: write(".prettierrc.json", '{ "semi": false }') },
  { name: "a link that leads nowhere", change: (root) => symlinkSync("nowhere", join(root, "link")) },
  { name: "other packages", change: write("node_modules/.package-lock.json", '{ "packages": {} }') },
  { name: "no packages", change: remove("node_modules/.package-lock.json") },
  { name: "other paths of components", change: write(".cache/tsconfig.components.json", '{ "paths": {} }') }
];

for (const { name, change } of CHANGES) {
  test(`${name}: it runs`, async (t) => {
    const { gate, ask } = gated(t);
    await ask();
    change(gate.root);
    assert.equal((await ask()).unchanged, undefined);
    assert.equal(gate.runs, 2);
  });
  test(`${name} while it ran: it is not recorded`, async (t) => {
    const { gate, ask, record } = gated(t);
    gate.during = () => change(gate.root);
    await ask();
    assert.throws(() => readFileSync(record), /ENOENT/);
  });
}

test("another Node or Java: it runs", async (t) => {
  const { gate, ask } = gated(t);
  await ask();
  gate.program = "v22";
  await ask();
  assert.equal(gate.runs, 2);
});

test("a file whose text looks like another file is not taken for it", (t) => {
  const hashes = [{ a: "", b: "" }, { a: "bthere" }].map((files) => hashOfInputs(project(t, files), ""));
  assert.notEqual(hashes[0], hashes[1]);
});

const NOT_PASSED: readonly { name: string; outcome: Outcome }[] = [
  { name: "a failure", outcome: { passed: 2, failed: 1, skipped: [] } },
  { name: "a step that skipped something", outcome: { passed: 2, failed: 0, skipped: ["no Java"] } },
  { name: "a step that came to nothing", outcome: { passed: 0, failed: 0, skipped: [] } }
];

for (const { name, outcome } of NOT_PASSED)
  test(`${name} is not recorded, and what was recorded before is forgotten`, async (t) => {
    const { gate, ask } = gated(t, outcome);
    await ask();
    await ask();
    assert.equal(gate.runs, 2);
    gate.outcome = PASSED;
    await ask();
    assert.ok((await ask()).unchanged);
    gate.outcome = outcome;
    write("checklist/b.ts", "changed")(gate.root);
    await ask();
    write("checklist/b.ts", FILES["checklist/b.ts"])(gate.root);
    await ask();
    assert.equal(gate.runs, 5);
  });

test("what breaks down is not recorded", async (t) => {
  const { gate, ask } = gated(t);
  gate.during = () => {
    throw new Error("no");
  };
  await assert.rejects(ask(), /no/);
  gate.during = () => undefined;
  await ask();
  assert.equal(gate.runs, 2);
});

test("a record that broke off is none", async (t) => {
  const { gate, ask, record } = gated(t);
  await ask();
  const text = readFileSync(record, "utf8");
  for (let length = 0; length < text.length; length++) {
    writeFileSync(record, text.slice(0, length));
    await ask();
  }
  assert.equal(gate.runs, 1 + text.length);
});
