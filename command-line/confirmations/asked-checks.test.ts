import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH } from "../../checklist/index.ts";
import { ASKED_CHECKS } from "./asked-checks.ts";

test("every check that can ask a person can be named, and no other", () => {
  const asking = Object.keys(ENGLISH)
    .flatMap((key) => /^(.+)\.confirmed\.title$/.exec(key)?.[1] ?? [])
    .filter((id) => id !== "common");
  assert.deepEqual([...ASKED_CHECKS].sort(), asking.sort());
});
