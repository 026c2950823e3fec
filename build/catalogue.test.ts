import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { labelNameOf, languages, readMessages, readTranslation } from "./catalogue.ts";

const folder = mkdtempSync(join(tmpdir(), "messages-"));
after(() => rmSync(folder, { recursive: true }));

const write = (language: string, text: string): void => writeFileSync(join(folder, `${language}.json`), text);

const REFUSED = [
  { name: "text that is not JSON", text: '{\n  "a": }', told: /en\.json:2: not JSON: ValueExpected/ },
  {
    name: "two keys that become one label",
    text: '{\n  "a.b": "x",\n  "a-b": "y"\n}',
    told: /en\.json:3: "a-b" becomes the label MCC_a_b, as "a\.b" on line 2 does/
  },
  {
    name: "a key that stands twice",
    text: '{\n  "a": "x",\n  "a": "y"\n}',
    told: /en\.json:3: .*as "a" on line 2 does/
  },
  {
    name: "a key of 77 characters",
    text: JSON.stringify({ ["a".repeat(77)]: "x" }),
    told: /label name of 81 characters/
  },
  { name: "a key that ends in a sign", text: '{ "a.": "x" }', told: /MCC_a_; Salesforce takes no label name/ },
  { name: "a key that begins with a sign", text: '{ ".a": "x" }', told: /MCC__a; Salesforce takes no label name/ },
  {
    name: "a text of 1,001 characters",
    text: JSON.stringify({ a: "x".repeat(1001) }),
    told: /"a" has 1001 characters; Salesforce takes 1000/
  },
  { name: "an empty text", text: '{ "a": "" }', told: /"a" has no text/ },
  { name: "a value that is not text", text: '{ "a": 1 }', told: /"a" has no text/ }
];

for (const { name, text, told } of REFUSED)
  test(`${name} is refused, with its place`, () => {
    write("en", text);
    assert.throws(() => readMessages("en", folder), told);
  });

test("names and texts at Salesforce's limits are taken", () => {
  const key = "a".repeat(76);
  write("en", JSON.stringify({ [key]: "x".repeat(1000) }));
  assert.deepEqual(readMessages("en", folder), [{ key, text: "x".repeat(1000), line: 1 }]);
});

test("a translation of a message that there is not is refused, with its place", () => {
  write("en", '{ "a": "x" }');
  write("sv", '{\n  "a": "x",\n  "b": "y"\n}');
  assert.throws(() => readTranslation("sv", readMessages("en", folder), folder), /sv\.json:3: "b" is not in en\.json/);
});

test("the base language comes first", () => {
  write("de", "{}");
  assert.equal(languages(folder)[0], "en");
});

test("each run of signs in a key becomes one underscore", () => {
  assert.equal(labelNameOf("fix.open--app"), "MCC_fix_open_app");
});
