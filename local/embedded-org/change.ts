import { changeStamps } from "./new-row.ts";
import { readValue } from "./records.ts";
import type { Scenario } from "./scenario.ts";

/** Values by field; moments may be relative to now, as in a scenario file. */
export type Change = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Changes any row of an org, also those that the REST API can't change: what an admin does in Setup.
 * @throws {Error} names the object, row or field that doesn't exist, or the value that doesn't fit
 */
export function changeRow(scenario: Scenario, object: string, id: string, fields: Change): void {
  const { schema, store, clock } = scenario;
  const type = schema.objectType(object);
  const row = store.find(id);
  if (!type || row?.object !== type.name) throw new Error(`This org has no ${object} row ${id}.`);
  const values = Object.entries(fields).map(([name, value]) => {
    const field = type.field(name);
    const read = field && readValue(field, value, clock());
    if (!field || read === undefined) throw new Error(`${object}.${name} can't be ${JSON.stringify(value)}.`);
    return [field.name, read] as const;
  });
  store.change(row, { ...changeStamps(scenario, type), ...Object.fromEntries(values) });
}
