import { idKey } from "./record-id.ts";
import type { Field } from "./schema.ts";

export type Value = string | number | boolean | null;

/** The form in which a value is compared: text without case, Ids by 15 characters, anything else unchanged. */
export type Key = string | number | boolean | null;

export interface Row {
  /** API name of its object. */
  readonly object: string;
  /** The row's place in an unsorted query. */
  readonly position: number;
  readonly values: Readonly<Record<string, Value>>;
}

/** @returns the key of a value. Empty text is null, as the platform stores it */
export function keyOf(field: Field, value: Value | undefined): Key {
  // Source: SOQL and SOSL Reference, "Use null in WHERE": on a boolean field, null matches FALSE.
  if (field.type === "boolean") return value === true;
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") return value;
  if (field.type === "id" || field.type === "reference") return idKey(value);
  return field.type === "string" ? value.toLowerCase() : value;
}

/** The rows of one object. */
export class Table {
  readonly rows: readonly Row[];
  readonly #indexes = new Map<string, Map<Key, Row[]>>();

  constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  /** @returns the rows whose field has one of these keys, in the order of the table. Indexes are built when first used */
  lookup(field: Field, keys: Iterable<Key>): Row[] {
    let index = this.#indexes.get(field.name);
    if (!index) {
      index = new Map();
      for (const row of this.rows) {
        const key = keyOf(field, row.values[field.name]);
        const rows = index.get(key);
        if (rows) rows.push(row);
        else index.set(key, [row]);
      }
      this.#indexes.set(field.name, index);
    }
    const found: Row[] = [];
    for (const key of new Set(keys)) for (const row of index.get(key) ?? []) found.push(row);
    return found.sort((a, b) => a.position - b.position);
  }
}

const NO_ROWS = new Table([]);

/** The rows of an org, by object and by Id. A changed table is replaced, so that a reader of the old one sees no change. */
export class Store {
  #tables: ReadonlyMap<string, Table>;
  #byId = new Map<string, Row>();
  #deleted = new Set<string>();

  /** @param tables rows by the API name of their object */
  constructor(tables: ReadonlyMap<string, readonly Row[]> = new Map()) {
    this.#tables = new Map([...tables].map(([object, rows]) => [object, new Table(rows)]));
    for (const rows of tables.values())
      for (const row of rows) if (typeof row.values.Id === "string") this.#byId.set(idKey(row.values.Id), row);
  }

  table(object: string): Table {
    return this.#tables.get(object) ?? NO_ROWS;
  }

  /** @returns the row with this Id, whatever its object */
  find(id: Value | undefined): Row | undefined {
    return typeof id === "string" ? this.#byId.get(idKey(id)) : undefined;
  }

  isDeleted(id: string): boolean {
    return this.#deleted.has(idKey(id));
  }

  /** @param values with the new row's Id */
  add(object: string, values: Row["values"] & { readonly Id: string }): void {
    const { rows } = this.table(object);
    const row = { object, position: (rows.at(-1)?.position ?? -1) + 1, values };
    this.#byId.set(idKey(values.Id), row);
    this.#replace(object, [...rows, row]);
  }

  change(row: Row, values: Row["values"]): void {
    const changed = { ...row, values: { ...row.values, ...values } };
    this.#byId.set(idKey(String(row.values.Id)), changed);
    const { rows } = this.table(row.object);
    this.#replace(
      row.object,
      rows.map((other) => (other === row ? changed : other))
    );
  }

  remove(row: Row): void {
    const key = idKey(String(row.values.Id));
    this.#byId.delete(key);
    this.#deleted.add(key);
    const { rows } = this.table(row.object);
    this.#replace(
      row.object,
      rows.filter((other) => other !== row)
    );
  }

  /** @returns a store with the same rows, of which neither sees what is written to the other */
  copy(): Store {
    const copy = new Store();
    copy.#tables = this.#tables;
    copy.#byId = new Map(this.#byId);
    copy.#deleted = new Set(this.#deleted);
    return copy;
  }

  /** @returns a function that undoes all later writes */
  savepoint(): () => void {
    const [tables, byId, deleted] = [this.#tables, new Map(this.#byId), new Set(this.#deleted)];
    return () => {
      this.#tables = tables;
      this.#byId = byId;
      this.#deleted = deleted;
    };
  }

  #replace(object: string, rows: readonly Row[]): void {
    this.#tables = new Map([...this.#tables, [object, new Table(rows)]]);
  }
}
