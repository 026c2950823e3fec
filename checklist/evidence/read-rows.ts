import type { Field, Fields, Row } from "./fields.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** REST writes a datetime's offset as `+0000`, which not every browser's Date.parse reads. */
const OFFSET = /^(\d{4}-\d{2}-\d{2}T.*[+-]\d{2})(\d{2})$/;

/** What a value of each kind is, or undefined for one of another kind: the text "false" is not false. */
const VALUE_OF = {
  text: (value: unknown) => (typeof value === "string" ? value : undefined),
  flag: (value: unknown) => (typeof value === "boolean" ? value : undefined),
  number: (value: unknown) => (typeof value === "number" ? value : undefined),
  date: (value: unknown) => {
    if (typeof value !== "string") return undefined;
    const iso = value.replace(OFFSET, "$1:$2");
    return Number.isNaN(Date.parse(iso)) ? undefined : iso;
  }
} as const;

/**
 * @param rows what came back for one query, from REST's `records` or from Apex's `JSON.serialize(rows)`
 * @param fields what the query selects
 * @returns the same rows with the fields selected, without nulls and REST's `attributes`
 * @throws {TypeError} names the first thing that is not as Salesforce answers: such an answer must not be judged
 */
export function readRows<F extends Fields>(rows: unknown, fields: F): Row<F>[] {
  if (!Array.isArray(rows)) throw new TypeError("The answer is not a list of rows.");
  return rows.map((row: unknown, index) => {
    const at = `Row ${String(index)}`;
    if (!isObject(row)) throw new TypeError(`${at} is not a record.`);
    return recordOf(row, fields, at, "") as Row<F>;
  });
}

function recordOf(record: Record<string, unknown>, fields: Fields, at: string, prefix: string): object {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(record[name] ?? undefined, field, at, `${prefix}${name}`);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function valueOf(value: unknown, { kind, optional, fields }: Field<unknown>, at: string, path: string): unknown {
  if (value === undefined) {
    if (optional) return undefined;
    throw new TypeError(`${at} came without ${path}.`);
  }
  if (kind === "parent") {
    if (!isObject(value)) throw new TypeError(`${at} has no value of its kind in ${path}.`);
    return recordOf(value, fields ?? {}, at, `${path}.`);
  }
  const read = VALUE_OF[kind](value);
  if (read === undefined) throw new TypeError(`${at} has no value of its kind in ${path}.`);
  return read;
}
