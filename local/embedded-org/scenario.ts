import { basename } from "node:path";
import type { Account } from "../embedded-marketing-cloud/account.ts";
import { SCENARIOS } from "../scenarios/list.ts";
import { ET4AE5, NAMESPACE } from "./et4ae5.ts";
import { longId } from "./record-id.ts";
import { ownObjects } from "./own-objects.ts";
import { isRecord, readRecords } from "./records.ts";
import { errorsOf, type ErrorAt } from "./scenario-error.ts";
import { checkShape, readScenarioFile, type ScenarioFile } from "./scenario-file.ts";
import { openSchema, type Schema } from "./schema.ts";
import { Store } from "./store.ts";
import { TOOLING, TOOLING_ONLY } from "./tooling.ts";
import type { Visit } from "./visit-file.ts";

export { ScenarioError } from "./scenario-error.ts";

/** What a scenario file says about earlier visits to MCC Health. */
export interface History {
  /** The oldest first. */
  readonly visits: readonly Visit[];
  /** What their moments are relative to. */
  readonly now: Date;
  readonly errorAt: ErrorAt;
}

/** The situation of an embedded org. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Language of the logged-in user, e.g. `en_US`. */
  readonly language: string;
  /** Username of the logged-in user. */
  readonly viewer: string;
  readonly viewerId: string;
  readonly organizationId: string;
  /** Objects and fields of the data API, without packages that are not installed and without what is hidden. */
  readonly schema: Schema;
  /** Objects and fields of the Tooling API. */
  readonly tooling: Schema;
  readonly store: Store;
  /** Error codes by `Object` or `Object.Field`. */
  readonly unavailable: ReadonlyMap<string, string>;
  /** Objects whose rows the logged-in user may read but not write. */
  readonly readOnly: ReadonlySet<string>;
  /** How a trigger or a validation rule of the org refuses each write of a setup object. */
  readonly refusals: Readonly<Record<string, { readonly code: string; readonly message: string }>>;
  readonly clock: () => Date;
  readonly history: History;
  /** What Marketing Cloud knows, on its own side. */
  readonly marketingCloud: Account | undefined;
}

/** Ids for a scenario without a User or an Organization row. */
const NO_USER = longId("005000000000000");
const NO_ORGANIZATION = longId("00D000000000000");

/** Codes of what an org doesn't have at all: objects and fields with these are left out of the schema. */
const HIDDEN: readonly string[] = ["INVALID_TYPE", "INVALID_FIELD"];

/** The one code in `unavailable` that is not Salesforce's: the object's rows can be read but not written. */
const READ_ONLY = "READ_ONLY";

let ours: ReturnType<typeof ownObjects> | undefined;
/** The metadata does not change while a program runs. */
const own = (): ReturnType<typeof ownObjects> => (ours ??= ownObjects());

/** Schemas don't change: orgs that have and hide the same share one, with what it has read of Salesforce's types. */
const schemas = new Map<string, Schema>();
function schemaOf(installed: boolean, hidden: readonly string[] = []): Schema {
  const key = [installed, ...hidden].join();
  const known = schemas.get(key);
  if (known) return known;
  const extensions = [...(installed ? ET4AE5 : []), ...own(), ...TOOLING];
  const schema = openSchema(extensions, new Set(hidden));
  schemas.set(key, schema);
  return schema;
}

/** @returns the built-in scenarios, the default one first */
export const listScenarios = (): { name: string; title: string }[] =>
  SCENARIOS.map(({ name, title }) => ({ name, title: title() }));

/**
 * Loads a scenario's rows, without its history: `seedHistory` adds that.
 * @param nameOrFile a built-in scenario's name, or the path of a JSON file
 * @param now fixes the org's clock; by default, it is the system's
 * @throws {ScenarioError} there is no such scenario, or its content is invalid
 */
export async function loadScenario(nameOrFile: string, now?: Date): Promise<Scenario> {
  const errorAt = errorsOf(nameOrFile);
  const builtIn = SCENARIOS.find(({ name }) => name === nameOrFile);
  const file = builtIn
    ? checkShape(builtIn.read(), errorAt)
    : await readScenarioFile(
        nameOrFile,
        SCENARIOS.map(({ name }) => name),
        errorAt
      );
  const name = builtIn?.name ?? basename(nameOrFile, ".json");
  const history: History = { visits: file.visits ?? [], now: now ?? new Date(), errorAt };
  return scenarioOf(name, file, { history, clock: () => now ?? new Date() });
}

function scenarioOf(
  name: string,
  file: ScenarioFile,
  { history, clock }: Pick<Scenario, "history" | "clock">
): Scenario {
  const { now, errorAt } = history;
  const installed = (file.records.PackageLicense ?? []).some(
    (row) => isRecord(row) && row.NamespacePrefix === NAMESPACE
  );
  const codes = [...readUnavailable(file.unavailable ?? {}, errorAt)];
  const unavailable = new Map(codes.filter(([, code]) => code !== READ_ONLY));
  const tables = readRecords(file.records, { schema: schemaOf(installed), now, errorAt });

  const users = tables.get("User") ?? [];
  const viewer = file.viewer === undefined ? users[0] : users.find(({ values }) => values.Username === file.viewer);
  if (file.viewer !== undefined && !viewer) throw errorAt("viewer", `no User row has the Username "${file.viewer}".`);

  const hidden = [...unavailable].filter(([, code]) => HIDDEN.includes(code)).map(([key]) => key.toLowerCase());
  return {
    name,
    title: file.title ?? name,
    about: file.about ?? "",
    language: file.language ?? "en_US",
    viewer: String(viewer?.values.Username ?? ""),
    viewerId: String(viewer?.values.Id ?? NO_USER),
    organizationId: String(tables.get("Organization")?.[0]?.values.Id ?? NO_ORGANIZATION),
    schema: schemaOf(installed, [...hidden, ...TOOLING_ONLY]),
    tooling: schemaOf(installed, hidden),
    store: new Store(tables),
    unavailable,
    readOnly: new Set(codes.flatMap(([name, code]) => (code === READ_ONLY ? name : []))),
    refusals: file.refusals ?? {},
    clock,
    history,
    marketingCloud: file.marketingCloud
  };
}

/** @returns the codes by API names as the schema writes them */
function readUnavailable(raw: Readonly<Record<string, string>>, errorAt: ErrorAt): Map<string, string> {
  const schema = schemaOf(true);
  return new Map(
    Object.entries(raw).map(([key, code]) => {
      const [object = "", field] = key.split(".");
      const type = schema.objectType(object);
      if (!type) throw errorAt(`unavailable.${key}`, `Salesforce has no object "${object}".`);
      if (field === undefined) return [type.name, code];
      const known = type.field(field);
      if (!known) throw errorAt(`unavailable.${key}`, `${type.name} has no field "${field}".`);
      if (code === READ_ONLY)
        throw errorAt(`unavailable.${key}`, `${READ_ONLY} is for a whole object, e.g. "${type.name}".`);
      return [`${type.name}.${known.name}`, code];
    })
  );
}
