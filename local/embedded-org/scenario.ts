import { basename } from "node:path";
import { SCENARIOS } from "../scenarios/list.ts";
import { ET4AE5, NAMESPACE } from "./et4ae5.ts";
import { longId } from "./record-id.ts";
import { ownObjects } from "./own-objects.ts";
import { isRecord, readRecords } from "./records.ts";
import { ScenarioError, type Complain } from "./scenario-error.ts";
import { checkShape, readScenarioFile, type ScenarioFile } from "./scenario-file.ts";
import { openSchema, type Schema } from "./schema.ts";
import { Store } from "./store.ts";
import { TOOLING, TOOLING_ONLY } from "./tooling.ts";
import { remember } from "./visits.ts";

export { ScenarioError } from "./scenario-error.ts";

/** The situation that an embedded org is in. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Of the person who asks, e.g. `en_US`. */
  readonly language: string;
  /** Username of the person who asks. */
  readonly viewer: string;
  readonly viewerId: string;
  readonly organizationId: string;
  /** What this org shows: without packages that are not installed, without what is unavailable. */
  readonly schema: Schema;
  /** The same as the Tooling API shows it. */
  readonly tooling: Schema;
  readonly store: Store;
  /** Error codes by `Object` or `Object.Field`. */
  readonly unavailable: ReadonlyMap<string, string>;
  /** Objects whose rows the person who asks may read and not write. */
  readonly readOnly: ReadonlySet<string>;
  /** What time it is in this org. */
  readonly clock: () => Date;
}

/** For an org whose scenario holds no row of these. */
const NOBODY = longId("005000000000000");
const NOWHERE = longId("00D000000000000");

/** With these an org says that it has no such thing. */
const HIDING: readonly string[] = ["INVALID_TYPE", "INVALID_FIELD"];

/** Not an org's error code: what `unavailable` says of an object that may be read and not written. */
const READ_ONLY = "READ_ONLY";

/** @returns the built-in scenarios, the default one first */
export const listScenarios = (): { name: string; title: string }[] =>
  SCENARIOS.map(({ name, title }) => ({ name, title: title() }));

/**
 * @param nameOrFile a built-in scenario's name, or the path of a JSON file
 * @param now the org's time stands still at this moment; without it, the org lives in the present
 * @throws {ScenarioError} there is no such scenario, or it is not as a scenario must be
 */
export async function loadScenario(nameOrFile: string, now?: Date): Promise<Scenario> {
  const complain: Complain = (path, message) =>
    new ScenarioError(path ? `${nameOrFile}: ${path}: ${message}` : `${nameOrFile}: ${message}`);
  const builtIn = SCENARIOS.find(({ name }) => name === nameOrFile);
  const file = builtIn
    ? checkShape(builtIn.read(), complain)
    : await readScenarioFile(
        nameOrFile,
        SCENARIOS.map(({ name }) => name),
        complain
      );
  const loadedAt = now ?? new Date();
  const clock = (): Date => now ?? new Date();
  const name = builtIn?.name ?? basename(nameOrFile, ".json");
  const scenario = scenarioOf(name, file, { loadedAt, clock, complain });
  await remember(scenario, file.visits ?? [], { now: loadedAt, complain });
  return scenario;
}

interface Loading {
  /** What the file's moments are relative to. */
  readonly loadedAt: Date;
  readonly clock: () => Date;
  readonly complain: Complain;
}

function scenarioOf(name: string, file: ScenarioFile, { loadedAt, clock, complain }: Loading): Scenario {
  const installed = (file.records.PackageLicense ?? []).some(
    (row) => isRecord(row) && row.NamespacePrefix === NAMESPACE
  );
  const extensions = [...(installed ? ET4AE5 : []), ...ownObjects(), ...TOOLING];
  const whole = openSchema(extensions);
  const marks = [...readUnavailable(file.unavailable ?? {}, complain)];
  const unavailable = new Map(marks.filter(([, code]) => code !== READ_ONLY));
  const tables = readRecords(file.records, { schema: whole, now: loadedAt, complain });

  const users = tables.get("User") ?? [];
  const viewer = file.viewer === undefined ? users[0] : users.find(({ values }) => values.Username === file.viewer);
  if (file.viewer !== undefined && !viewer) throw complain("viewer", `no User row has the Username "${file.viewer}".`);

  const hidden = [...unavailable].filter(([, code]) => HIDING.includes(code)).map(([key]) => key.toLowerCase());
  return {
    name,
    title: file.title ?? name,
    about: file.about ?? "",
    language: file.language ?? "en_US",
    viewer: String(viewer?.values.Username ?? ""),
    viewerId: String(viewer?.values.Id ?? NOBODY),
    organizationId: String(tables.get("Organization")?.[0]?.values.Id ?? NOWHERE),
    schema: openSchema(extensions, new Set([...hidden, ...TOOLING_ONLY])),
    tooling: openSchema(extensions, new Set(hidden)),
    store: new Store(tables),
    unavailable,
    readOnly: new Set(marks.flatMap(([name, code]) => (code === READ_ONLY ? name : []))),
    clock
  };
}

/** @returns the codes by API names as the schema writes them */
function readUnavailable(raw: Readonly<Record<string, string>>, complain: Complain): Map<string, string> {
  const schema = openSchema([...ET4AE5, ...ownObjects(), ...TOOLING]);
  return new Map(
    Object.entries(raw).map(([key, code]) => {
      const [object = "", field] = key.split(".");
      const type = schema.objectType(object);
      if (!type) throw complain(`unavailable.${key}`, `Salesforce has no object "${object}".`);
      if (field === undefined) return [type.name, code];
      const known = type.field(field);
      if (!known) throw complain(`unavailable.${key}`, `${type.name} has no field "${field}".`);
      if (code === READ_ONLY)
        throw complain(`unavailable.${key}`, `${READ_ONLY} is for a whole object, e.g. "${type.name}".`);
      return [`${type.name}.${known.name}`, code];
    })
  );
}
