import type { Field as SelectedField, FieldRelationship } from "@jetstreamapp/soql-parser-js";
import type { Field, ObjectType } from "../schema.ts";
import { keyOf, type Key, type Row, type Value } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";

/** A field as a query names it: over relationships, from the object of the FROM clause. */
export interface Path {
  /** The reference fields to follow, in order. */
  readonly steps: readonly Field[];
  readonly field: Field;
  /** `Object.Field`, in API names. */
  readonly name: string;
}

const DEEPEST = 5;
const HINT = "If you are attempting to use a custom";
const SEE = "Please reference your WSDL or the describe call for the appropriate names.";

/** @throws {RestError} INVALID_TYPE */
export function objectOf(context: Context, name: string): ObjectType {
  const type = context.schema.objectType(name);
  if (!type) {
    const hint = `${HINT} object, be sure to append the '__c' after the entity name. ${SEE}`;
    throw fail(context, "INVALID_TYPE", name, `sObject type '${name}' is not supported. ${hint}`);
  }
  context.touched.add(type.name);
  return type;
}

/** @throws {RestError} INVALID_FIELD: a name that the schema does not have, or more than five relationships */
export function pathOf(context: Context, from: ObjectType, written: string): Path {
  const names = written.split(".");
  const last = names.pop() ?? "";
  if (names.length > DEEPEST) {
    const message =
      "SELECT statements cannot query parent relationships more than 5 levels above the root entity object";
    throw fail(context, "INVALID_FIELD", written, message);
  }
  let type = from;
  const steps = names.map((name) => {
    const step = type.parent(name);
    const parent = step?.referenceTo ? context.schema.objectType(step.referenceTo) : undefined;
    if (!step || !parent) {
      const hint = `${HINT} relationship, be sure to append the '__r' after the custom relationship name. ${SEE}`;
      throw fail(context, "INVALID_FIELD", name, `Didn't understand relationship '${name}' in field path. ${hint}`);
    }
    context.touched.add(`${type.name}.${step.name}`).add(parent.name);
    type = parent;
    return step;
  });
  const field = type.field(last);
  if (!field) {
    const hint = `${HINT} field, be sure to append the '__c' after the custom field name. ${SEE}`;
    throw fail(context, "INVALID_FIELD", last, `No such column '${last}' on entity '${type.name}'. ${hint}`);
  }
  const name = `${type.name}.${field.name}`;
  if (name === "Name.Type") throw unsupported(context, written);
  context.touched.add(name);
  return { steps, field, name };
}

/**
 * Fields that queries may select but not filter on. Source: Object Reference, LoginHistory and SetupAuditTrail (SourceIp:
 * by observation).
 */
const NOT_FILTERABLE: ReadonlySet<string> = new Set([
  ...["Application", "Status", "ApiType", "ApiVersion", "Browser", "ClientVersion", "SourceIp"].map(
    (field) => `LoginHistory.${field}`
  ),
  "SetupAuditTrail.Display",
  "SetupAuditTrail.Section"
]);

/** A text field longer than this is a long text area. Source: Object Reference, "Field Types", textarea. */
const LONGEST_TEXT = 255;

/** @throws {RestError} INVALID_FIELD: the platform does not filter, sort or group by this field */
export function checkUse(context: Context, { name, field }: Path, use: "filtered" | "sorted" | "grouped"): void {
  const isLongText = field.type === "string" && (field.length ?? 0) > LONGEST_TEXT;
  if (!isLongText && !(use === "filtered" && NOT_FILTERABLE.has(name))) return;
  throw fail(context, "INVALID_FIELD", field.name, `field '${field.name}' can not be ${use} in a query call`);
}

/** @returns the field's name as the query writes it, with its relationships */
export const writtenAs = (field: SelectedField | FieldRelationship): string =>
  ("rawValue" in field ? field.rawValue : undefined) ?? field.field;

/** @returns the row at the end of the relationships; undefined where one of them is empty */
export function parentAt(context: Context, steps: readonly Field[], row: Row): Row | undefined {
  let at: Row | undefined = row;
  for (const step of steps) at = at && context.store.find(at.values[step.name]);
  return at;
}

/** @returns the value of a row's own field, as REST shows it */
export function valueOf(field: Field, row: Row): Value {
  const value = row.values[field.name];
  if (value !== undefined) return value;
  return field.type === "boolean" ? false : null;
}

export const keyAt =
  (context: Context, { steps, field }: Path) =>
  (row: Row): Key =>
    keyOf(field, parentAt(context, steps, row)?.values[field.name]);
