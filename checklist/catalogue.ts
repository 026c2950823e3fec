import { CHECKS } from "./checks/index.ts";
import { FIX_PERMISSIONS, PERMISSIONS } from "./evidence/permissions.ts";
import type { Query } from "./evidence/query.ts";
import { EVERYONE_QUERIES } from "./judge/everyone.ts";
import { queriesOf } from "./judge/queries-of.ts";
import { REPORT_QUERIES } from "./judge/report.ts";
import { RUNBOOK_QUERIES } from "./runbook/runbook.ts";
import shared from "./messages/en.json" with { type: "json" };
import type { Messages } from "./messages/text.ts";
import { fixPermissions } from "./queries/fix-permissions.ts";
import { PEOPLE_QUERIES } from "./queries/people-queries.ts";
import { packageVersions } from "./queries/package-versions.ts";
import { permissionSetLabels } from "./queries/permission-set-labels.ts";
import { savedChanges } from "./queries/saved-changes.ts";
import { savedConfirmations } from "./queries/saved-confirmations.ts";
import { savedPeople } from "./queries/saved-people.ts";
import { savedRunFile } from "./queries/saved-run-file.ts";
import { savedRun } from "./queries/saved-run.ts";
import { savedRuns } from "./queries/saved-runs.ts";
import { setupChanges } from "./queries/setup-changes.ts";
import { userSearch } from "./queries/user-search.ts";
import { viewerPermissions } from "./queries/viewer-permissions.ts";

/** @returns these queries and those that they wait for, each once */
function withEarlier(queries: readonly Query[]): Query[] {
  const found = new Set<Query>();
  const add = (query: Query): void => {
    if (found.has(query)) return;
    query.after.forEach(add);
    found.add(query);
  };
  queries.forEach(add);
  return [...found];
}

/** The queries of a run: what the checks read, and what a report and the runbook say besides. */
export const RUN_QUERIES: readonly Query[] = withEarlier([
  ...REPORT_QUERIES,
  packageVersions,
  setupChanges,
  viewerPermissions,
  ...PEOPLE_QUERIES,
  ...EVERYONE_QUERIES,
  ...CHECKS.flatMap(queriesOf),
  ...RUNBOOK_QUERIES
]);

/** Every query. Those that are no part of a run are asked by whoever has their values. */
export const QUERIES: readonly Query[] = [
  ...RUN_QUERIES,
  userSearch,
  savedConfirmations,
  savedPeople,
  savedRuns,
  savedRun,
  savedRunFile,
  savedChanges,
  permissionSetLabels,
  fixPermissions
];

/** @throws {RangeError} this version has no query of that name */
export const queryNamed = finder("query", QUERIES, ({ name }) => name);

/** @throws {RangeError} this version has no check of that id */
export const checkOf = finder("check", CHECKS, ({ id }) => id);

/** Looked up once for each of thousands of findings: so by a map. */
function finder<Thing>(what: string, things: readonly Thing[], nameOf: (thing: Thing) => string) {
  const byName = new Map(things.map((thing) => [nameOf(thing), thing]));
  return (name: string): Thing => {
    const thing = byName.get(name);
    if (thing === undefined) throw new RangeError(`There is no ${what} "${name}".`);
    return thing;
  };
}

/** @returns messages under the keys that they have in a catalogue: `<owner>.<key>` */
export const ownedBy = (owner: string, messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${owner}.${key}`, text]));

/** Every message in English: what other languages translate, and fall back on. */
export const ENGLISH: Messages = {
  ...shared,
  ...ownedBy("permission", { ...PERMISSIONS, ...FIX_PERMISSIONS }),
  ...Object.fromEntries(
    QUERIES.flatMap(({ object, label }) => (label === undefined ? [] : [[`object.${object}`, label]]))
  ),
  ...Object.fromEntries(CHECKS.flatMap(({ id, messages }) => Object.entries(ownedBy(id, messages))))
};
