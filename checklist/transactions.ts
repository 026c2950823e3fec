import { QUERIES } from "./catalogue.ts";
import { CHECKS } from "./checks/index.ts";
import type { Query } from "./evidence/query.ts";
import type { QueryReply, QueryRequest } from "./gather/gather.ts";
import { needsOf } from "./judge/queries-of.ts";
import { REPORT_QUERIES } from "./judge/report.ts";
import { viewerPermissions } from "./queries/viewer-permissions.ts";

/** As many queries as the tab asks of one Apex transaction; MccGateway answers no more. */
export const QUERIES_AT_ONCE = 20;

const needed = new Set([...REPORT_QUERIES, viewerPermissions, ...CHECKS.flatMap(needsOf)]);

/** What the tab itself saves is always there, and small. */
const isOurs = ({ object }: Query): boolean => object.startsWith("MCC_");
/** An org may lack an object of a package, or have millions of its records. */
const isOfAPackage = ({ object }: Query): boolean => object.endsWith("__c");

const REQUIRED: ReadonlySet<string> = new Set(
  QUERIES.filter((query) => isOurs(query) || (needed.has(query) && !isOfAPackage(query))).map(({ name }) => name)
);

/** Of so many people a transaction's heap holds a dozen rows each, as records and as text at the same time. */
const PEOPLE_AT_ONCE = 500;

/**
 * Splits what is asked at once into Apex transactions, to run side by side. What a check can do without never shares one
 * with what a check needs: whatever spends a transaction's limits, or its time, costs only the queries in it. A query
 * about more people than one holds is asked in portions: `withoutPortions` puts the replies together.
 * @returns the requests, those that are needed first
 */
export function transactionsOf(requests: readonly QueryRequest[]): QueryRequest[][] {
  const portions = requests.map(portionsOf);
  const most = Math.max(0, ...portions.map(({ length }) => length));
  return [true, false].flatMap((required) =>
    Array.from({ length: most }, (_, at) =>
      portions.flatMap((parts) => parts.slice(at, at + 1)).filter(({ name }) => REQUIRED.has(name) === required)
    ).flatMap((group) => inParts(group, QUERIES_AT_ONCE))
  );
}

function portionsOf({ name, binds }: QueryRequest): QueryRequest[] {
  const long = Object.entries(binds).find(([, values]) => typeof values !== "string" && values.length > PEOPLE_AT_ONCE);
  if (!long) return [{ name, binds }];
  const [bind, values] = long as [string, readonly string[]];
  return inParts(values, PEOPLE_AT_ONCE).map((part) => ({ name, binds: { ...binds, [bind]: part } }));
}

const inParts = <Thing>(things: readonly Thing[], most: number): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / most) }, (_, at) => things.slice(at * most, (at + 1) * most));

/** @returns one reply for each query: the rows of all its portions, or the error of one */
export function withoutPortions(replies: readonly QueryReply[]): QueryReply[] {
  const whole = new Map<string, QueryReply>();
  for (const reply of replies) {
    const earlier = whole.get(reply.name);
    whole.set(reply.name, earlier ? together(earlier, reply) : reply);
  }
  return [...whole.values()];
}

function together(one: QueryReply, other: QueryReply): QueryReply {
  const bad = [one, other].find((reply) => !("rows" in reply && Array.isArray(reply.rows)));
  if (bad) return bad;
  const rows = [one, other].flatMap((reply) => ("rows" in reply ? (reply.rows as readonly unknown[]) : []));
  return { name: one.name, rows: distinctRows(rows) };
}

/** @returns the rows without those that two parts of a query both found */
export function distinctRows(rows: readonly unknown[]): unknown[] {
  const byId = new Map(rows.map((row, index) => [(row as { Id?: string } | null)?.Id ?? index, row]));
  return [...byId.values()];
}
