import assert from "node:assert/strict";
import { test } from "node:test";
import { requireOwnValue } from "./empty-value.ts";

for (const value of ["", " \t\n"])
  test(`${JSON.stringify(value)} is no value`, () => {
    assert.throws(() => requireOwnValue("--target-org", value), {
      message: "--target-org is empty. Is a variable not set?"
    });
  });

test("the next option in the place of a value is no value", () => {
  assert.throws(() => requireOwnValue("--target-org", "--no-open"), {
    message: "--target-org has no value: --no-open comes after it. Is a variable not set?"
  });
  requireOwnValue("--target-org", "my-sandbox");
});
