import assert from "node:assert/strict";
import { test } from "node:test";
import { requireOwnValue, requireValues, type Options } from "./empty-value.ts";

const OPTIONS: Options = {
  "target-org": { type: "option", char: "o" },
  "output-file": { type: "option" },
  "all-users": { type: "boolean" }
};

for (const { words, names } of [
  { words: ["--target-org", ""], names: "--target-org" },
  { words: ["--target-org="], names: "--target-org" },
  { words: ["-o", ""], names: "--target-org" },
  { words: ["-o="], names: "--target-org" },
  { words: ["--target-org", " \t\n"], names: "--target-org" },
  { words: ["-o", "a", "--output-file", "x", "--output-file", ""], names: "--output-file" }
])
  test(`${JSON.stringify(words)}: ${names} is empty`, () =>
    assert.throws(() => requireValues(words, OPTIONS), { message: `${names} is empty. Is a variable not set?` }));

for (const words of [
  [],
  ["-o", "a", "-ob", "-o=c", "--target-org", "d", "--target-org=e"],
  // oclif says what is wrong with these.
  ["--target-org"],
  ["--all-users", ""],
  ["--unknown", ""],
  [""],
  ["--", "-o", ""]
])
  test(`${JSON.stringify(words)}: no option has an empty value`, () => requireValues(words, OPTIONS));

test("the next option in the place of a value is no value", () => {
  assert.throws(() => requireOwnValue("--target-org", "--no-open"), {
    message: "--target-org has no value: --no-open comes after it. Is a variable not set?"
  });
  requireOwnValue("--target-org", "my-sandbox");
});
