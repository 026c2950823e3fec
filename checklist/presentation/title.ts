import type { Finding } from "../judge/finding.ts";
import type { Translator, Values } from "../messages/text.ts";

/** @returns the setting, as Setup calls it */
export const labelOf = ({ check }: Finding, words: Translator): string => words.maybe(`${check}.name`) ?? check;

/** @returns what fills the places of a finding's sentences */
export const valuesOf = (finding: Finding, words: Translator): Values => ({
  label: labelOf(finding, words),
  ...finding.values
});

/**
 * A sentence is looked for at the check's own case, then at the case that any check can run into, then, for what a person
 * saw, at whether that is right, then at the check.
 * @param keyAt the message at a place: written out, because the build tells by it which English is needed first
 * @returns what a finding says in one part of it; empty where it says nothing
 */
export function partOf(finding: Finding, keyAt: (place: string) => string, words: Translator): string {
  const { check, case: name, state } = finding;
  const values = valuesOf(finding, words);
  const answered = "answer" in finding.values ? [`${check}.${state}`, "common.answered"] : [];
  for (const place of [`${check}.${name}`, `common.${name}`, ...answered, check]) {
    const text = words.maybe(keyAt(place), values);
    if (text !== undefined) return text;
  }
  return "";
}

const plainTitleOf = (finding: Finding, words: Translator): string =>
  partOf(finding, (place) => `${place}.title`, words);

/** @returns the condition found */
export function titleOf(finding: Finding, words: Translator): string {
  const title = plainTitleOf(finding, words);
  return finding.tentative ? words({ key: "tentative", values: { ...valuesOf(finding, words), title } }) : title;
}

/**
 * @returns the one thing to do, as an order: for the line that says what comes first. What can't be fixed in the org is asked
 * for, waited for or looked at instead
 */
export function firstOf(finding: Finding, words: Translator): string {
  const { check, state, fix } = finding;
  const values = valuesOf(finding, words);
  if (state === "confirm") return words({ key: "first.confirm", values: { label: labelOf(finding, words) } });
  const [step] = fix.of === "common" ? fix.steps : [];
  if (step !== undefined) return withoutEnd(words.maybe(`common.fix.${step}`, values) ?? step);
  return words.maybe(`${check}.first`, values) ?? plainTitleOf(finding, words);
}

/** A step of a fix is a sentence; a line of the plan has no full stop. */
const withoutEnd = (sentence: string): string => sentence.replace(/\.$/, "");
