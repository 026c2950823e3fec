import { readDate, readDatetime } from "./datetime.ts";
import { idKey, isRecordId, longId } from "./record-id.ts";
import type { ErrorAt } from "./scenario-error.ts";
import type { Field, FieldType, ObjectType, Schema } from "./schema.ts";
import type { Row, Store, Value } from "./store.ts";

export interface ReadOptions {
  readonly schema: Schema;
  readonly now: Date;
  readonly errorAt: ErrorAt;
  /** Rows that exist already. */
  readonly store?: Store;
}

/** The one object whose rows have no Id of their own: its row describes the logged-in user. */
const WITHOUT_ID = "UserPermissionAccess";

const EXPECTED: Readonly<Record<FieldType, string>> = {
  id: "an Id of 15 or 18 letters and digits",
  reference: "an Id of 15 or 18 letters and digits",
  string: "text",
  boolean: "true or false",
  int: "a whole number",
  double: "a number",
  date: 'a day like "2026-05-04" or "now+20d"',
  datetime: 'a moment like "2026-05-04T10:00:00Z" or "now-2h"',
  time: "text",
  base64: "text",
  anyType: "text, a number, true or false",
  compound: "nothing: it is made of other fields"
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a scenario's rows: names as the schema writes them, Ids with 18 characters, moments as REST writes them.
 * @param records rows by sObject, as the file writes them
 * @returns rows by the API name of their object
 * @throws {ScenarioError} the first row or value that an org could not store
 */
export function readRecords(
  records: Readonly<Record<string, readonly unknown[]>>,
  { schema, now, errorAt, store }: ReadOptions
): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  const places = new Map<string, string>();

  for (const [object, rawRows] of Object.entries(records)) {
    const type = schema.objectType(object);
    if (!type) throw errorAt(`records.${object}`, `this org has no object "${object}".${hintFor(object)}`);
    const rows = tables.get(type.name) ?? [];
    tables.set(type.name, rows);
    rawRows.forEach((raw, i) => {
      const place = `records.${object}[${String(i)}]`;
      const values = readRow(type, raw, place);
      const { Id } = values;
      if (typeof Id === "string") {
        const twin = places.get(idKey(Id));
        if (twin !== undefined) throw errorAt(`${place}.Id`, `${twin} has the same Id, ${Id}.`);
        places.set(idKey(Id), place);
      } else if (type.name !== WITHOUT_ID) {
        throw errorAt(place, `this ${type.name} row has no Id.`);
      }
      rows.push({ object: type.name, position: rows.length, values });
    });
  }
  checkReferences();
  return tables;

  function readRow(type: ObjectType, raw: unknown, place: string): Record<string, Value> {
    if (!isRecord(raw)) throw errorAt(place, "a row is an object of fields and their values.");
    const values: Record<string, Value> = {};
    for (const [name, value] of Object.entries(raw)) {
      const field = type.field(name);
      if (!field) throw errorAt(`${place}.${name}`, `${type.name} has no field "${name}".${hintFor(name)}`);
      const read = readValue(field, value, now);
      if (read === undefined)
        throw errorAt(`${place}.${name}`, `${shown(value)} does not fit: ${EXPECTED[field.type]} is needed.`);
      values[field.name] = read;
    }
    // A row that says nothing else has not been changed since.
    if (type.field("LastModifiedDate") && values.CreatedDate !== undefined)
      values.LastModifiedDate ??= values.CreatedDate;
    return values;
  }

  /** References to objects without any row in the scenario are allowed: a scenario need not be complete. */
  function checkReferences(): void {
    const holders = new Map(
      [...tables].flatMap(([object, rows]) => rows.map((row) => [prefixOf(row), object] as const))
    );
    for (const [object, rows] of tables) {
      const references = schema.objectType(object)?.fields.filter(({ type }) => type === "reference") ?? [];
      for (const { values } of rows) {
        for (const { name, referenceTo } of references) {
          const id = values[name];
          if (typeof id !== "string" || places.has(idKey(id)) || store?.find(id)) continue;
          const target =
            referenceTo !== null && tables.get(referenceTo)?.length ? referenceTo : holders.get(id.slice(0, 3));
          if (target === undefined) continue;
          const row = String(values.Id);
          const message = `the ${object} row ${row} points to ${id}, and no ${target} row has this Id.`;
          throw errorAt(`${places.get(idKey(row)) ?? object}.${name}`, message);
        }
      }
    }
  }
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? "a list" : isRecord(value) ? "an object" : JSON.stringify(value);

const prefixOf = ({ values }: Row): string => String(values.Id).slice(0, 3);

const hintFor = (name: string): string =>
  name.startsWith("et4ae5__")
    ? ' Names that start with et4ae5__ need a PackageLicense row of NamespacePrefix "et4ae5".'
    : "";

/**
 * @param now what moments like `now-2h` are relative to
 * @returns the value as an org stores it; undefined when it is not of the field's type
 */
export function readValue({ type }: Field, value: unknown, now: Date): Value | undefined {
  if (value === null) return type === "id" ? undefined : null;
  switch (type) {
    case "id":
    case "reference":
      return typeof value === "string" && isRecordId(value) ? longId(value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "int":
      return typeof value === "number" && Number.isInteger(value) ? value : undefined;
    case "double":
      return typeof value === "number" ? value : undefined;
    case "date":
      return typeof value === "string" ? readDate(value, now) : undefined;
    case "datetime":
      return typeof value === "string" ? readDatetime(value, now) : undefined;
    case "anyType":
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
    case "compound":
      return undefined;
    default:
      // The platform stores empty text as null.
      return typeof value === "string" ? value || null : undefined;
  }
}
