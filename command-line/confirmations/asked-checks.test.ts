import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CHECK_IDS } from "../../checklist/index.ts";
import { ASKED_CHECKS } from "./asked-checks.ts";

test("every check that can ask a person can be named, and no other", () => {
  const judged = (id: string): string =>
    readFileSync(new URL(`../../checklist/checks/${id}.ts`, import.meta.url), "utf8");
  assert.deepEqual(
    ASKED_CHECKS,
    CHECK_IDS.filter((id) => judged(id).includes('state: "confirm"'))
  );
});
