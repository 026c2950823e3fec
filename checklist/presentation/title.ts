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
 */
export const placesOf = ({ check, case: name, state, values }: Finding): string[] => [
  `${check}.${name}`,
  `common.${name}`,
  ...("answer" in values ? [`${check}.${state}`, "common.answered"] : []),
  check
];

/** @returns the condition found */
export function titleOf(finding: Finding, words: Translator): string {
  const values = valuesOf(finding, words);
  const title = placesOf(finding).reduce<string | undefined>(
    (found, place) => found ?? words.maybe(`${place}.title`, values),
    undefined
  );
  return finding.tentative ? words({ key: "tentative", values: { ...values, title: title ?? "" } }) : (title ?? "");
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
  if (step !== undefined) return words.maybe(`common.fix.${step}`, values) ?? step;
  return words.maybe(`${check}.first`, values) ?? titleOf({ ...finding, tentative: false }, words);
}
