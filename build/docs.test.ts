import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { checkPages, writtenPages } from "./docs.ts";
import { judgementsIn } from "./docs/judgements.ts";

const STALE = "docs/checks is stale: run `npm run docs` and commit what it writes.";
const pages = checkPages();

describe("docs/checks is as the checks and their words make it:", () => {
  for (const [file, text] of pages)
    test(file.slice(dirname(file).length + 1), () => {
      assert.ok(existsSync(file), STALE);
      assert.equal(readFileSync(file, "utf8"), text, STALE);
    });
  test("and no page is left of a check that is gone", () => {
    assert.deepEqual(
      writtenPages().filter((file) => !pages.has(file)),
      [],
      STALE
    );
  });
});

test("every link inside the project leads to a file", () => {
  const links = [...pages].flatMap(([file, text]) =>
    [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, path = ""]) => join(dirname(file), path))
  );
  assert.ok(links.length > pages.size);
  assert.deepEqual(
    links.filter((file) => !existsSync(file) && !pages.has(file)),
    []
  );
});

describe("what a check may say is read from its code:", () => {
  const TABLE: readonly { when: string; code: string; states: readonly (readonly [string, string])[] }[] = [
    { when: "plainly", code: `judge: () => ({ state: "pass", case: "on" })`, states: [["on", "pass"]] },
    {
      when: "one of two cases",
      code: `x = { case: a === "b" ? "on" : "off", state: "fail" }`,
      states: [
        ["on", "fail"],
        ["off", "fail"]
      ]
    },
    { when: "only in a comment", code: `// { state: "pass", case: "on" }`, states: [] },
    { when: "a case without a state", code: `x = { case: "on" }`, states: [] }
  ];
  for (const { when, code, states } of TABLE)
    test(when, () => assert.deepEqual([...judgementsIn(code).states], states));

  test("pages, each once", () => {
    assert.deepEqual(judgementsIn(`a = { page: "user", id }; b = { page: "users" }; c = { page: "user" }`).pages, [
      "user",
      "users"
    ]);
  });
});
