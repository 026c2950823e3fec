import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { languages, readCatalogue, readMessages } from "./catalogue.ts";

const folder = mkdtempSync(join(tmpdir(), "messages-"));
after(() => rmSync(folder, { recursive: true }));

const write = (language: string, text: string): void => writeFileSync(join(folder, `${language}.json`), text);

const REFUSED = [
  { name: "text that is not JSON", text: '{\n  "a": }', message: /en\.json:2: not JSON: ValueExpected/ },
  {
    name: "a key that stands twice",
    text: '{\n  "a": "x",\n  "a": "y"\n}',
    message: /en\.json:3: "a" stands on line 2 already/
  },
  { name: "an empty text", text: '{ "a": " " }', message: /en\.json:1: "a" has no text/ },
  { name: "a value that is not text", text: '{ "a": 1 }', message: /en\.json:1: "a" has no text/ }
];

for (const { name, text, message } of REFUSED)
  test(`${name} is refused, with its file and line`, () => {
    write("en", text);
    assert.throws(() => readMessages("en", folder), message);
  });

const REFUSED_TRANSLATIONS = [
  {
    name: "a key that English does not have",
    text: '{\n  "a": "x {n}",\n  "b": "y"\n}',
    message: /sv\.json:3: "b" is not in en\.json/
  },
  {
    name: "a placeholder too few",
    text: '{\n  "a": "x"\n}',
    message: /sv\.json:2: "a" has no \{name\}, the English \{n\}/
  },
  {
    name: "a placeholder of another name",
    text: '{\n  "a": "{m}"\n}',
    message: /sv\.json:2: "a" has \{m\}, the English \{n\}/
  }
];

for (const { name, text, message } of REFUSED_TRANSLATIONS)
  test(`a translation with ${name} is refused, with its file and line`, () => {
    write("en", '{ "a": "{n} x" }');
    write("sv", text);
    assert.throws(() => readMessages("sv", folder), message);
  });

test("a translation has its own messages only: those that it lacks are for English to fill in", () => {
  write("en", '{ "a": "x", "b": "y" }');
  write("sv", '{ "b": "z" }');
  assert.deepEqual(readMessages("sv", folder), { b: "z" });
});

test("a file that is named after no language is refused", () => {
  write("pt_BR", "{}");
  assert.throws(() => readCatalogue("pt_BR", folder), /pt_BR\.json:1: the name is no language tag/);
});

test("English comes first", () => {
  write("de", "{}");
  assert.equal(languages(folder)[0], "en");
});
