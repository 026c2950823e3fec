import { labelOf } from "./label.ts";
import { isRecord, readValue } from "./records.ts";
import { RestError } from "./rest-error.ts";
import type { Field, ObjectType } from "./schema.ts";
import { keyOf, type Row, type Store, type Value } from "./store.ts";
import { isRequired, isWritable } from "./write-rules.ts";

export interface Writing {
  readonly type: ObjectType;
  readonly store: Store;
  readonly now: Date;
  /** The row to change; absent for a new one. */
  readonly row?: Row;
}

/**
 * Reads the body of a request that writes one row.
 * @returns the values as an org stores them
 * @throws {RestError} the first error that an org would report
 */
export function readWritten(body: unknown, writing: Writing): Record<string, Value> {
  if (!isRecord(body)) throw malformed(body, "object");
  const { type } = writing;
  const given = Object.entries(body).filter(([name]) => name !== "attributes");
  const fields = given.map(([name, value]) => {
    const field = type.field(name);
    if (!field) throw new RestError("INVALID_FIELD", `No such column '${name}' on sobject of type ${type.name}`);
    return { field, value };
  });
  const refused = fields.flatMap(({ field }) => (isWritable(type, field) ? [] : field.name));
  if (refused.length) {
    const see = "Please check the security settings of this field and verify that it is read/write for your profile";
    const message = `Unable to create/update fields: ${refused.join(", ")}. ${see} or permission set.`;
    throw new RestError("INVALID_FIELD_FOR_INSERT_UPDATE", message, refused);
  }
  const values = Object.fromEntries(fields.map(({ field, value }) => [field.name, valueOf(field, value, writing)]));
  checkRequired(values, writing);
  for (const { field } of fields) if (field.unique === true) checkUnique(field, values[field.name], writing);
  return values;
}

function valueOf(field: Field, value: unknown, { store, now }: Writing): Value {
  const { name, type, length } = field;
  const label = labelOf(name);
  if (value === null && type === "boolean") {
    const message = `${label}: value not of required type: null`;
    throw new RestError("INVALID_TYPE_ON_FIELD_IN_RECORD", message, [name]);
  }
  const read = readValue(field, value, now);
  if (read === undefined) {
    if (type !== "reference" || typeof value !== "string") throw malformed(value, type);
    throw new RestError("MALFORMED_ID", `${label} ID: id value of incorrect type: ${value}`, [name]);
  }
  if (type === "reference" && read !== null && !store.find(read))
    throw new RestError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", [name]);
  if (length !== undefined && typeof read === "string" && read.length > length) {
    const message = `${label}: data value too large: ${read} (max length=${length})`;
    throw new RestError("STRING_TOO_LONG", message, [name]);
  }
  return read;
}

function checkRequired(values: Readonly<Record<string, Value>>, { type, row }: Writing): void {
  const missing = type.fields.flatMap((field) => {
    const { name } = field;
    const empty = name in values ? values[name] === null : row === undefined;
    return empty && isRequired(type, field) ? name : [];
  });
  if (missing.length)
    throw new RestError("REQUIRED_FIELD_MISSING", `Required fields are missing: [${missing.join(", ")}]`, missing);
}

function checkUnique(field: Field, value: Value | undefined, { type, store, row }: Writing): void {
  const key = keyOf(field, value);
  if (key === null) return;
  const twin = store
    .table(type.name)
    .lookup(field, [key])
    .find((other) => other !== row);
  if (!twin) return;
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${String(twin.values.Id).slice(0, 15)}`;
  throw new RestError("DUPLICATE_VALUE", message, []);
}

const TOKENS: Readonly<Record<string, string>> = {
  string: "VALUE_STRING",
  number: "VALUE_NUMBER",
  boolean: "VALUE_BOOLEAN"
};

function malformed(value: unknown, expected: string): RestError {
  const token = Array.isArray(value) ? "START_ARRAY" : (TOKENS[typeof value] ?? "START_OBJECT");
  const shown = value === undefined ? "nothing" : JSON.stringify(value);
  const message = `Cannot deserialize instance of ${expected} from ${token} value ${shown} or request may be missing a required field`;
  return new RestError("JSON_PARSER_ERROR", `${message} at [line:1, column:1]`);
}
