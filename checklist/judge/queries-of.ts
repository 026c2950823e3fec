import type { Query } from "../evidence/query.ts";
import { BASIS } from "../facts/basis.ts";
import { PACKAGE_QUERIES } from "../facts/package.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import { users } from "../queries/users.ts";
import { viewerPermissions } from "../queries/viewer-permissions.ts";
import type { Check } from "./check.ts";
import { EVERYONE_QUERIES } from "./everyone.ts";

/** @returns the queries without whose rows the check's finding is `unknown`: for its subject, and for its own judge */
export const needsOf = ({ about, requires = [], needs = [] }: Check): Query[] => [
  ...new Set<Query>([
    ...(requires.includes("app") ? [connectedApps] : []),
    ...(about === "person" ? [users] : []),
    ...needs
  ])
];

/** @returns the queries that are read where they are there: for its subject, for what may be hidden, and for its own judge */
export const consultsOf = (check: Check): Query[] => {
  const { about, requires = [], consults = [] } = check;
  const needs = needsOf(check);
  const all = new Set<Query>([
    ...(requires.includes("package") ? PACKAGE_QUERIES : []),
    ...(about === "person" ? EVERYONE_QUERIES : []),
    viewerPermissions,
    ...consults
  ]);
  return [...all].filter((query) => !needs.includes(query));
};

/** @returns the queries without which a confirmation of the check's finding does not count */
export const basisQueriesOf = ({ restsOn = [] }: Check): Query[] => [
  ...new Set(restsOn.flatMap((part): readonly Query[] => BASIS[part].queries))
];

/** @returns every query that the check's finding can depend on */
export const awaitedBy = (check: Check): Query[] => [...needsOf(check), ...consultsOf(check), ...basisQueriesOf(check)];

/** @returns every query of the check: those, and what it takes to propose a change */
export const queriesOf = (check: Check): Query[] => [...new Set([...awaitedBy(check), ...(check.mendNeeds ?? [])])];
