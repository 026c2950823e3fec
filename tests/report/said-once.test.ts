import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findingKey } from "../../checklist/index.ts";
import { caseText, colleagueText } from "../../checklist/on-demand.ts";
import { LANGUAGES, checkScenarios } from "./reports.ts";

const reports = await checkScenarios();

const wordsOf = (sentence: string): string[] =>
  sentence
    .toLowerCase()
    .replaceAll("n't", " not")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** @returns the lines in which all words of a sentence stand in another one, too; and those with two marks at a sentence's end */
function repeating(text: string): string[] {
  return text.split("\n").filter((line) => {
    const [, said = line] = /^- [^:]+: (.*)$/.exec(line) ?? [];
    const sentences = said.split(/(?<=[.?]) (?=\p{Lu})/u).map(wordsOf);
    const isSaid = sentences.some((one, at) =>
      sentences.some((other, place) => place !== at && one.length > 0 && one.every((word) => other.includes(word)))
    );
    return isSaid || /[.?!]{2}/.test(line);
  });
}

for (const words of LANGUAGES)
  describe(`no line says a thing twice, in ${words.language}`, () => {
    for (const { scenario, report } of reports) {
      test(`in the text for a support case: ${scenario}`, () => {
        assert.deepEqual(repeating(caseText(report, words)), []);
      });
      test(`in the text to a colleague: ${scenario}`, () => {
        const texts = report.findings.map((finding) => colleagueText(report, [findingKey(finding)], words));
        assert.deepEqual([...new Set(texts.flatMap(repeating))], []);
      });
    }
  });
