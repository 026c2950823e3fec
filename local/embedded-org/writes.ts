import { fileValues, cascadedRows } from "./files.ts";
import { labelOf } from "./label.ts";
import { changeStamps, newRow } from "./new-row.ts";
import { isRecordId } from "./record-id.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import type { ObjectType } from "./schema.ts";
import type { Row } from "./store.ts";
import { setupRules } from "./setup-rules.ts";
import { operationsOn, type Operation } from "./write-rules.ts";
import { readWritten } from "./written-values.ts";

const DONE: Readonly<Record<Operation, string>> = { create: "inserted", update: "updated", delete: "deleted" };

/** Writes rows as the REST API does for the logged-in user. All methods throw RestError as an org would. */
export class Writes {
  readonly #scenario: Scenario;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** @returns the new row's Id */
  create(type: ObjectType, body: unknown): string {
    this.#allow("create", type);
    const { store, clock, viewerId } = this.#scenario;
    const given = readWritten(body, { type, store, now: clock() });
    const values = { ...given, ...setupRules(this.#scenario, type.name, undefined, given) };
    return this.#insert(
      type.name,
      type.name === "ContentVersion" ? fileValues(values, viewerId, this.#insert) : values
    );
  }

  update(type: ObjectType, id: string, body: unknown): void {
    this.#allow("update", type);
    const row = this.#find(type, id);
    const { store, clock } = this.#scenario;
    const given = readWritten(body, { type, store, now: clock(), row });
    setupRules(this.#scenario, type.name, row, given);
    store.change(row, { ...given, ...changeStamps(this.#scenario, type) });
  }

  remove(type: ObjectType, id: string): void {
    this.#allow("delete", type);
    const row = this.#find(type, id);
    setupRules(this.#scenario, type.name, row);
    const { schema, store } = this.#scenario;
    for (const other of [row, ...cascadedRows(id, schema, store)]) store.remove(other);
  }

  readonly #insert = (object: string, values: Row["values"]): string => {
    const { schema, store } = this.#scenario;
    const type = schema.objectType(object);
    if (!type) throw new RestError("NOT_FOUND");
    const row = newRow(this.#scenario, type, values);
    store.add(type.name, row);
    return row.Id;
  };

  /** An org's messages and codes; they are the same whether nobody may do this, or only the logged-in user may not. */
  #allow(operation: Operation, type: ObjectType): void {
    if (operationsOn(this.#scenario, type.name).includes(operation)) return;
    if (operation === "delete") throw new RestError("INSUFFICIENT_ACCESS_OR_READONLY");
    const message = `entity type cannot be ${DONE[operation]}: ${labelOf(type.name)}`;
    throw new RestError("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);
  }

  #find(type: ObjectType, id: string): Row {
    const { store } = this.#scenario;
    if (!isRecordId(id))
      throw new RestError("NOT_FOUND", "Provided external ID field does not exist or is not accessible");
    if (store.isDeleted(id)) throw new RestError("ENTITY_IS_DELETED");
    const row = store.find(id);
    if (row?.object !== type.name) throw new RestError("NOT_FOUND");
    return row;
  }
}
