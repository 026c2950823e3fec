import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesLike, type PatternPart } from "./like.ts";

const patternOf = (text: string): PatternPart[] =>
  Array.from(text).map((character) => (character === "%" ? "any run" : character === "_" ? "any one" : { character }));

const SITUATIONS: readonly [pattern: string, text: string, matches: boolean][] = [
  ["", "", true],
  ["", "a", false],
  ["a", "", false],
  ["%", "", true],
  ["_", "", false],
  ["%%", "abc", true],
  ["abc", "abc", true],
  ["abc", "abcd", false],
  ["ab%", "abc", true],
  ["%bc", "abc", true],
  ["%b%", "abc", true],
  ["%d%", "abc", false],
  ["a_c", "abc", true],
  ["a_c", "ac", false],
  ["%_", "abc", true],
  ["_%_", "a", false],
  ["%ab%c", "aababc", true],
  ["%abab", "aabababab", true],
  ["%ab%ab%", "abb", false],
  ["a%b%c", "a1b2b3c", true],
  ["_b", "🙂b", true]
];

for (const [pattern, text, matches] of SITUATIONS)
  test(`"${text}" is ${matches ? "" : "not "}LIKE '${pattern}'`, () => {
    assert.equal(matchesLike(patternOf(pattern), Array.from(text)), matches);
  });

test("a pattern with many wildcards reads a text no more often than the product of their lengths", () => {
  const [pattern, length] = [patternOf(`${"%a".repeat(100)}%b`), 255];
  let reads = 0;
  const text = new Proxy(Array.from("a".repeat(length)), {
    get(target, key) {
      if (key !== "length") reads++;
      return Reflect.get(target, key) as unknown;
    }
  });
  assert.equal(matchesLike(pattern, text), false);
  assert.ok(reads <= pattern.length * length, `${reads} reads`);
});
