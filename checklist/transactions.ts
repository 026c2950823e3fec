import { QUERIES } from "./catalogue.ts";
import { CHECKS } from "./checks/index.ts";
import { REPORT_QUERIES } from "./judge/report.ts";
import { viewerPermissions } from "./queries/viewer-permissions.ts";

/** As many queries as the tab asks of one Apex transaction; MccGateway answers no more. */
export const QUERIES_AT_ONCE = 20;

const needed = new Set([...REPORT_QUERIES, viewerPermissions, ...CHECKS.flatMap(({ needs }) => needs)]);

/** An org may lack an object of a package, or have millions of its records. */
const REQUIRED: ReadonlySet<string> = new Set(
  QUERIES.filter((query) => needed.has(query) && !query.object.endsWith("__c")).map(({ name }) => name)
);

/**
 * Splits what is asked at once into Apex transactions, to run side by side. What a check can do without never shares one
 * with what a check needs: whatever spends a transaction's limits, or its time, costs only the queries in it.
 * @returns the requests, each in one transaction, those that are needed first
 */
export function transactionsOf<Request extends { readonly name: string }>(requests: readonly Request[]): Request[][] {
  const required = requests.filter(({ name }) => REQUIRED.has(name));
  const optional = requests.filter(({ name }) => !REQUIRED.has(name));
  return [required, optional].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / QUERIES_AT_ONCE) }, (_, at) =>
      group.slice(at * QUERIES_AT_ONCE, (at + 1) * QUERIES_AT_ONCE)
    )
  );
}
