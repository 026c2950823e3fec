import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { languages, readCatalogue, readMessages, readTranslation } from "./catalogue.ts";

const folder = mkdtempSync(join(tmpdir(), "messages-"));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, "messages"));
mkdirSync(join(folder, "checks", "user-active"), { recursive: true });

function write(file: string, text: string): string {
  const path = join(folder, `${file}.json`);
  writeFileSync(path, text);
  return path;
}

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
    assert.throws(() => readCatalogue(write("messages/en", text)), message);
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
    write("messages/sv", text);
    assert.throws(() => readTranslation("sv", { a: "{n} x" }, folder), message);
  });

test("a translation has its own messages only: those that it lacks are for English to fill in", () => {
  write("messages/sv", '{ "b": "z" }');
  assert.deepEqual(readTranslation("sv", { a: "x", b: "y" }, folder), { b: "z" });
});

test("a check's messages stand beside it, and have its id before their key in the whole", () => {
  write("messages/sv", '{ "b": "z" }');
  write("checks/user-active/sv", '{ "name": "Aktiv" }');
  assert.deepEqual(readTranslation("sv", { b: "y", "user-active.name": "Active" }, folder), {
    b: "z",
    "user-active.name": "Aktiv"
  });
});

test("every language of the catalogue can be read", () => {
  for (const language of languages()) assert.ok(Object.keys(readMessages(language)).length > 0, language);
});

test("a file that is named after no language is refused", () => {
  write("messages/pt_BR", "{}");
  assert.throws(() => readTranslation("pt_BR", {}, folder), /pt_BR\.json:1: the name is no language tag/);
});

test("English comes first", () => {
  write("messages/de", "{}");
  assert.equal(languages(folder)[0], "en");
});
