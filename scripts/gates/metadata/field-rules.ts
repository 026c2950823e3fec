// Gone when the scratch-org workflow has passed: a deployment says the same.
import { labelProblems, missingParts, partOf } from "./rules.ts";
import type { Element, ElementProblem } from "./tree.ts";

/**
 * What a custom field of a type needs besides a label and a type. The published types call each of them optional.
 * Source: Metadata API Developer Guide, "CustomField".
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ["displayFormat"],
  Checkbox: ["defaultValue"],
  Currency: ["precision", "scale"],
  Html: ["length", "visibleLines"],
  LongTextArea: ["length", "visibleLines"],
  Lookup: ["referenceTo", "relationshipName"],
  MasterDetail: ["referenceTo", "relationshipName"],
  Number: ["precision", "scale"],
  Percent: ["precision", "scale"],
  Text: ["length"]
};

const LENGTHS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Html: [256, 131072],
  LongTextArea: [256, 131072],
  Text: [1, 255]
};

/** Digits of a number, on both sides of the point. Source: Salesforce Help, "Custom Field Attributes". */
const DIGITS = 18;

/** @returns what a `<CustomField>` lacks for its type, and what its type can't have */
export function fieldProblems(field: Element): ElementProblem[] {
  const type = partOf(field, "type")?.text;
  // A formula is as long as what it gives.
  const needs = partOf(field, "formula") ? [] : (NEEDS[type ?? ""] ?? []);
  return [
    ...missingParts(field, ["label", "type"], "A custom field"),
    ...missingParts(field, needs, `A field of type ${type ?? ""}`),
    ...labelProblems(field, ["label", "relationshipLabel"]),
    ...lengthProblems(field, type ?? ""),
    ...digitProblems(field),
    ...deleteProblems(field)
  ];
}

/** @returns what the field lacks that names an object's records; a text has Salesforce's own length there */
export function nameFieldProblems(field: Element): ElementProblem[] {
  if (partOf(field, "type")?.text === "AutoNumber") return fieldProblems(field);
  return [...missingParts(field, ["label", "type"], "A name field"), ...labelProblems(field, ["label"])];
}

function lengthProblems(field: Element, type: string): ElementProblem[] {
  const length = partOf(field, "length");
  const [least, most] = LENGTHS[type] ?? [0, Infinity];
  return length && (Number(length.text) < least || Number(length.text) > most)
    ? [{ line: length.line, message: `A field of type ${type} is ${least} to ${most} long, not ${length.text}.` }]
    : [];
}

function digitProblems(field: Element): ElementProblem[] {
  const precision = partOf(field, "precision");
  const scale = partOf(field, "scale");
  if (!precision) return [];
  const digits = Number(precision.text);
  if (digits < 1 || digits > DIGITS)
    return [{ line: precision.line, message: `A number has 1 to ${DIGITS} digits, not ${precision.text}.` }];
  return scale && Number(scale.text) > digits
    ? [{ line: scale.line, message: `${scale.text} of ${precision.text} digits can't stand behind the point.` }]
    : [];
}

/**
 * Source: Salesforce Help, "Lookup Relationship Options". A lookup to User is offered no such choice in Setup, because
 * users can't be deleted; that the Metadata API refuses it too is general knowledge.
 */
function deleteProblems(field: Element): ElementProblem[] {
  const constraint = partOf(field, "deleteConstraint");
  if (!constraint) return [];
  const { line, text } = constraint;
  if (text !== "SetNull" && partOf(field, "referenceTo")?.text === "User")
    return [{ line, message: `Users can't be deleted: a lookup to User takes no <deleteConstraint> ${text}.` }];
  return text === "SetNull" && partOf(field, "required")?.text === "true"
    ? [{ line, message: "A required lookup can't be emptied: <deleteConstraint> is Cascade or Restrict." }]
    : [];
}
