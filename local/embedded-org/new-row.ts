import { restDatetime } from "./datetime.ts";
import { longId } from "./record-id.ts";
import type { Scenario } from "./scenario.ts";
import type { ObjectType, Schema } from "./schema.ts";
import type { Row, Store, Value } from "./store.ts";

/** Source: "Standard Field Record ID Prefix Decoder", knowledge article 000385203. */
const PREFIXES: Readonly<Record<string, string>> = {
  ContentVersion: "068",
  ContentDocument: "069",
  ContentDocumentLink: "06A"
};

/** @returns the key prefix of an object's Ids; null if unknown */
export function keyPrefixOf(
  { name, custom }: ObjectType,
  { schema, store }: { schema: Schema; store: Store }
): string | null {
  const [row] = store.table(name).rows;
  if (typeof row?.values.Id === "string") return row.values.Id.slice(0, 3);
  if (!custom) return PREFIXES[name] ?? null;
  // An org assigns prefixes to custom objects in the order of their creation.
  const index = schema
    .objectNames()
    .filter((other) => other.endsWith("__c"))
    .indexOf(name);
  return `aM${index.toString(36)}`;
}

type System = Pick<Scenario, "schema" | "store" | "clock" | "viewerId">;

/** @returns the system fields that the org writes when a row changes */
export function changeStamps({ clock, viewerId }: System, type: ObjectType): Record<string, Value> {
  const now = restDatetime(clock());
  return knownTo(type, { LastModifiedDate: now, LastModifiedById: viewerId, SystemModstamp: now });
}

/** @returns a new row: the given values and those that the org adds */
export function newRow(
  system: System,
  type: ObjectType,
  given: Row["values"]
): Row["values"] & { readonly Id: string } {
  const { store, clock, viewerId } = system;
  const prefix = keyPrefixOf(type, system) ?? "000";
  const number = nextNumber(prefix, store);
  return {
    ...knownTo(type, { OwnerId: viewerId, CreatedDate: restDatetime(clock()), CreatedById: viewerId }),
    ...changeStamps(system, type),
    ...(type.nameFormat !== null && { Name: nameOf(type.nameFormat, number) }),
    ...given,
    Id: idOf(prefix, number)
  };
}

const knownTo = (type: ObjectType, values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => type.field(name)));

const idOf = (prefix: string, number: number): string => longId(`${prefix}${String(number).padStart(12, "0")}`);

const nameOf = (format: string, number: number): string =>
  format.replace(/\{(0+)\}/, (_, digits: string) => String(number).padStart(digits.length, "0"));

/** @returns a number that no row has, and no deleted row had */
function nextNumber(prefix: string, store: Store): number {
  for (let number = 1; ; number++) {
    const id = idOf(prefix, number);
    if (!store.find(id) && !store.isDeleted(id)) return number;
  }
}
