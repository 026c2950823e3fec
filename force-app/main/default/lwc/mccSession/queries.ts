import { CHECKS, QUERIES, RUN_QUERIES, type QueryName, type StepId } from "c/mccChecklist";

/** Everything that is asked with the answers of these: an old answer to an old question must not be judged as new. */
function withDependents(names: readonly QueryName[]): QueryName[] {
  const found = new Set(names);
  for (const name of found) for (const other of RUN_QUERIES) if (QUERIES[other].after.includes(name)) found.add(other);
  return [...found];
}

/** @returns the queries that the checks of a step rest on */
export const queriesOf = (step: StepId): QueryName[] =>
  withDependents(
    CHECKS.filter((check) => check.step === step).flatMap(({ needs, consults = [] }) => [...needs, ...consults])
  );

/** Who is checked. These go before all that is asked about people, which waits for them. */
export const SELECTION_QUERIES: readonly QueryName[] = ["people-by-username", "box-users"];

/** What depends on who was chosen, and on which connected app. */
export const QUERIES_AFTER_SELECTION = withDependents([...SELECTION_QUERIES, "connected-apps"]);

/** What can be asked before it is known who was chosen. */
export const canAskFirst = (name: QueryName): boolean =>
  QUERIES[name].after.length === 0 && !SELECTION_QUERIES.includes(name);
