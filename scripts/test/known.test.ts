import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../gates/project-fixture.ts";
import { remembering } from "./known.ts";

test("what a tool remembers is there with the same key, and gone with another, for good", async (t) => {
  const root = project(t, {});
  let key = "one";
  const run = (during: () => void = () => undefined): Promise<string[]> =>
    remembering(
      "lint",
      () => key,
      (memory) => {
        const remembered = readdirSync(memory);
        writeFileSync(join(memory, key), "");
        during();
        return Promise.resolve(remembered);
      },
      root
    );
  assert.deepEqual(await run(), []);
  assert.deepEqual(await run(), ["one"]);
  key = "two";
  assert.deepEqual(await run(), []);
  key = "one";
  assert.deepEqual(await run(), []);
  // Changed while it ran, and back again: what it remembers may be of neither.
  await run(() => (key = "two"));
  key = "one";
  assert.deepEqual(await run(), []);
});
