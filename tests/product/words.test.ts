import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ENGLISH } from "../../checklist/catalogue.ts";
import bar from "../../local/page/bar/en.json" with { type: "json" };
import page from "../../local/page/messages/en.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const filesIn = (folder: string, end: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));
type Sentence = readonly [place: string, text: string];
const ofCatalogue = (path: string): Sentence[] =>
  Object.entries(JSON.parse(read(path)) as Record<string, string>).map(([key, text]) => [`${path} ${key}`, text]);
const linesOf = (path: string): Sentence[] =>
  read(path)
    .split("\n")
    .map((line, at) => [`${path}:${String(at + 1)}`, line]);

/** American, as Setup is. "Select" and "clear" are what its help says of a checkbox. */
const DIALECT: readonly RegExp[] = [
  /\b(?:licence|colour|behaviour|favour|catalogue\b(?!\.))\w*|\b(?:authoris|organis|recognis|summaris)\w+/i,
  /\b(?:any more|afterwards|towards|whilst)\b/i,
  /\b(?:un)?tick(?:s|ed|ing)?\b/i
];
/** What no screen says. A label of Salesforce's own stands in quotation marks, and is left alone. */
const REFUSED: readonly RegExp[] = [
  ...DIALECT,
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|would|should) ?not\b/i,
  /\b(?:holds?|held|mend(?:s|ed)?|at hand|of ours|speaks? for|concluded|isn't known|at once)\b/i,
  /\bchanges? of the\b|\bconnected app of\b|\bsends? (?:leave|left)\b/i,
  /\b(?:successfully|misconfigured|invalid state|failed to)\b|(?<!…)!/i,
  /\([^)]*\(/
];
/** What one language has two words for, and this project one. */
const REFUSED_IN_SWEDISH: readonly RegExp[] = [
  /organisation(?!ens uppgifter)/i,
  /\b(?:i?kryssad|bocka|dölj namn|utslag|epost|e-postresultat)/i,
  /\bräknat klart|ladda ner\b/i
];

const found = (sentences: readonly Sentence[], refused: readonly RegExp[]): string[] =>
  sentences.flatMap(([place, text]) =>
    refused.flatMap((pattern) => {
      const [words] = pattern.exec(text.replaceAll(/[“”"][^“”"]*[“”"]/g, "“”")) ?? [];
      return words === undefined ? [] : [`${place}: ${words}`];
    })
  );

const english: readonly Sentence[] = [ENGLISH, bar, page].flatMap((messages) => Object.entries(messages));
/** A heading is the id of a message. */
const terminal = filesIn("command-line/messages", ".md")
  .flatMap(linesOf)
  .filter(([, line]) => !line.startsWith("#"));
const docs = ["README.md", "command-line/README.md", "SECURITY.md", "CONTRIBUTING.md", ...filesIn("docs", ".md")];
const swedish = [
  "checklist/messages/sv.json",
  "local/page/bar/sv.json",
  "local/page/messages/sv.json",
  ...readdirSync(join(ROOT, "checklist/checks"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `checklist/checks/${name}/sv.json`)
].flatMap(ofCatalogue);

test("the English of the tab and of the reports is American, and plain", () => {
  assert.deepEqual(found(english, REFUSED), []);
});
test("the English of the terminal is American, and plain", () => {
  assert.deepEqual(found(terminal, REFUSED), []);
});
test("the docs are American", () => {
  assert.deepEqual(found(docs.flatMap(linesOf), DIALECT), []);
});
test("the Swedish has one word for one thing", () => {
  assert.deepEqual(found(swedish, REFUSED_IN_SWEDISH), []);
});
