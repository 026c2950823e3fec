import type { Element, ElementProblem } from "./tree.ts";

/**
 * What a custom field of a type needs besides, which the published types can't say.
 * Source: Metadata API Developer Guide, "CustomField".
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ["displayFormat"],
  Checkbox: ["defaultValue"],
  Html: ["length", "visibleLines"],
  LongTextArea: ["length", "visibleLines"],
  Lookup: ["referenceTo", "relationshipName"],
  MasterDetail: ["referenceTo", "relationshipName"],
  Number: ["precision", "scale"],
  Text: ["length"]
};

const LENGTHS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Html: [256, 131072],
  LongTextArea: [256, 131072],
  Text: [1, 255]
};

/** @returns what a `<CustomField>` lacks for its type, and a length that its type can't have */
export function fieldProblems(field: Element): ElementProblem[] {
  const part = (name: string): Element | undefined => field.children.find((child) => child.name === name);
  const type = part("type")?.text ?? "";
  const missing = (NEEDS[type] ?? []).filter((name) => !part(name));
  const length = part("length");
  const [least, most] = LENGTHS[type] ?? [0, Infinity];
  return [
    ...missing.map((name) => ({ line: field.line, message: `A field of type ${type} needs a <${name}>.` })),
    ...(length && (Number(length.text) < least || Number(length.text) > most)
      ? [{ line: length.line, message: `A field of type ${type} is ${least} to ${most} long, not ${length.text}.` }]
      : [])
  ];
}
