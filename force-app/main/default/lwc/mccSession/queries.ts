import {
  CHECKS,
  connectedApps,
  connectorUsers,
  peopleByUsername,
  queriesOf,
  RUN_QUERIES,
  RUNBOOK_QUERIES,
  type Query,
  type StepId
} from "c/mccChecklist";

/** Everything that is asked with the answers of these: an old answer to an old question must not be judged as new. */
function withDependents(queries: readonly Query[]): Query[] {
  const found = new Set(queries);
  for (const query of found) for (const other of RUN_QUERIES) if (other.after.includes(query)) found.add(other);
  return [...found];
}

/** @returns the queries that the checks of a step rest on, and what else it shows */
export const queriesOfStep = (step: StepId): Query[] =>
  withDependents([
    ...CHECKS.filter((check) => check.step === step).flatMap(queriesOf),
    ...(step === "reconnect" ? RUNBOOK_QUERIES : [])
  ]);

/** Who is checked. These go before all that is asked about people, which waits for them. */
export const SELECTION_QUERIES: readonly Query[] = [peopleByUsername, connectorUsers];

/** What depends on who was chosen, and on which connected app. */
export const QUERIES_AFTER_SELECTION = withDependents([...SELECTION_QUERIES, connectedApps]);

/** What can be asked before it is known who was chosen. */
export const canAskFirst = (query: Query): boolean => query.after.length === 0 && !SELECTION_QUERIES.includes(query);
