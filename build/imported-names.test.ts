import assert from "node:assert/strict";
import { test } from "node:test";
import { namesImportedFrom } from "./imported-names.ts";

const SOURCES = [
  { name: "a value", text: 'import { gather } from "c/x";', names: ["gather"] },
  { name: "a value under another name", text: 'import { gather as ask } from "c/x";', names: ["gather"] },
  { name: "a type among values", text: 'import { gather, type Report } from "c/x";', names: ["gather"] },
  { name: "types only", text: 'import type { Report } from "c/x";', names: [] },
  { name: "another module's value", text: 'import { gather } from "c/y";', names: [] }
];

for (const { name, text, names } of SOURCES)
  test(`of ${name}: ${names.join(", ") || "nothing"}`, () => assert.deepEqual(namesImportedFrom("c/x", [text]), names));

test("names of several sources stand once, in order", () => {
  const texts = ['import { b, a } from "c/x";', 'import { a } from "c/x";'];
  assert.deepEqual(namesImportedFrom("c/x", texts), ["a", "b"]);
});
