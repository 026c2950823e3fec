// Gone when the scratch-org workflow has passed: the Apex tests there run every query.
import { ValueContext, type FieldExpressionContext, type FieldOrderContext } from "@apexdevtools/apex-parser";
import type { Field, FieldType } from "../../../local/embedded-org/fields.ts";
import type { ObjectType, Schema } from "../../../local/embedded-org/schema.ts";

/** Text longer than this is a long text area, which SOQL neither filters nor sorts by. Source: SOQL and SOSL Reference. */
const LONGEST_TEXT = 255;

/**
 * @param object what the query asks for
 * @returns why Salesforce would refuse to compare or sort like this; empty where it would not, or the field is unknown
 */
export function conditionProblems(
  node: FieldExpressionContext | FieldOrderContext,
  object: ObjectType,
  schema: Schema
): string[] {
  // A function has a type of its own.
  const name = node.fieldName() as { getText(): string } | null;
  const field = name && fieldAt(name.getText().split("."), object, schema);
  if (!field) return [];
  if (field.type === "string" && (field.length ?? 0) > LONGEST_TEXT)
    return [`"${field.name}" is long text, which can be neither compared nor sorted by.`];
  const value = "value" in node ? node.value() : null;
  return value ? literalsOf(value).flatMap((literal) => misfit(literal, field)) : [];
}

function fieldAt([name = "", ...rest]: readonly string[], object: ObjectType, schema: Schema): Field | undefined {
  if (!rest.length) return object.field(name);
  const parent = schema.objectType(object.parent(name)?.referenceTo ?? "");
  return parent && fieldAt(rest, parent, schema);
}

/** The values themselves, of a list each one. */
const literalsOf = (value: ValueContext): ValueContext[] =>
  (value.valueList() as ReturnType<ValueContext["valueList"]> | null)?.value_list().flatMap(literalsOf) ?? [value];

/** Kinds of literals, and the fields that they can be held against. Binds and NULL fit everywhere. */
const FITTING: readonly (readonly [is: (value: ValueContext) => unknown, kind: string, types: readonly FieldType[]])[] =
  [
    [(value) => value.StringLiteral(), "text", ["string", "id", "reference"]],
    [(value) => value.BooleanLiteral(), "true or false", ["boolean"]],
    [(value) => value.signedNumber(), "a number", ["int", "double"]],
    [(value) => value.DateLiteral(), "a date", ["date"]],
    [(value) => value.DateTimeLiteral(), "a moment", ["datetime"]],
    [(value) => value.dateFormula(), "a date", ["date", "datetime"]]
  ];

function misfit(value: ValueContext, { name, type }: Field): string[] {
  const [, kind, types] = FITTING.find(([is]) => is(value)) ?? [];
  if (!kind || !types || types.includes(type) || type === "anyType") return [];
  return [`"${name}" is of type ${type}, and can't be compared with ${kind}: ${value.getText()}.`];
}
