import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { derivedFiles, writtenPages } from "./docs.ts";

const STALE = "It no longer follows from the checks: run `npm run docs` and commit what it writes.";
const files = derivedFiles();

describe("what follows from the checks is as they are:", () => {
  for (const [file, text] of files)
    test(file.slice(dirname(file).length + 1), () => {
      assert.ok(existsSync(file), STALE);
      assert.equal(readFileSync(file, "utf8"), text, STALE);
    });
  test("and no page is left of a check that is gone", () => {
    assert.deepEqual(
      writtenPages().filter((file) => !files.has(file)),
      [],
      STALE
    );
  });
});

test("every link inside the project leads to a file", () => {
  const links = [...files]
    .filter(([file]) => file.endsWith(".md"))
    .flatMap(([file, text]) =>
      [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, path = ""]) => join(dirname(file), path))
    );
  assert.ok(links.length > files.size, "pages have links");
  assert.deepEqual(
    links.filter((file) => !existsSync(file) && !files.has(file)),
    []
  );
});
