// Gone when the scratch-org workflow has passed: a deployment says the same.
import type { Element, ElementProblem } from "./tree.ts";

/** Characters of an object's and a field's label. Source: Salesforce Help, "Custom Field Attributes". */
const LABEL_LENGTH = 40;

/** @returns the first element of a name in another */
export const partOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);

/** @returns the parts that are missing, or empty, told of what `whose` calls the whole */
export const missingParts = (element: Element, needed: readonly string[], whose: string): ElementProblem[] =>
  needed
    .map((name) => ({ name, part: partOf(element, name) }))
    .filter(({ part }) => !part || (part.text === "" && part.children.length === 0))
    .map(({ name, part }) => ({ line: (part ?? element).line, message: `${whose} needs a <${name}>.` }));

/** @returns the labels among some parts that are longer than Salesforce takes */
export const labelProblems = (element: Element, labels: readonly string[]): ElementProblem[] =>
  labels
    .flatMap((name) => partOf(element, name) ?? [])
    .filter(({ text }) => text.length > LABEL_LENGTH)
    .map(({ name, line, text }) => ({
      line,
      message: `<${name}> has ${text.length} characters; Salesforce takes ${LABEL_LENGTH}.`
    }));
