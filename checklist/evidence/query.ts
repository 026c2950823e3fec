import type { Answer, Evidence } from "./answer.ts";
import type { Fields, Row } from "./fields.ts";
import type { ViewerPermission } from "./permissions.ts";
import type { Selection } from "./selection.ts";

export type Binds = Readonly<Record<string, string | readonly string[]>>;

/** Ids to ask about, or the query whose failure keeps them unknown. */
export type Ids = readonly string[] | { readonly blockedBy: Query };

/** Whether a query can be asked: with which values, not at all, or not because an earlier one failed. */
export type Asking = { readonly binds: Binds } | { readonly blockedBy: Query } | "nothing";

/** What is known when a query's turn comes. */
export interface Known {
  readonly evidence: Evidence;
  readonly selection: Selection;
  readonly viewerId: string;
  /** The system user and the impacted users. */
  readonly userIds: Ids;
  /** The system user alone. */
  readonly systemUserIds: Ids;
  /** The connected app, where it is established. */
  readonly appIds: Ids;
}

/** What `gather` and the checks must know of one file of `queries/`. The SOQL beside it has the same name. */
export interface QueryDefinition<F extends Fields = Fields> {
  /** The sObject after FROM. */
  readonly object: string;
  /**
   * What the sObject's records are called: a noun that fits into "Salesforce showed you none of …". Of several queries
   * of one sObject, one says it.
   */
  readonly label?: string;
  /** What is selected, of which kind it is, and what may be empty. */
  readonly fields: F;
  /** The LIMIT of its SOQL. An answer of so many rows may have been cut off, and counts as unread. */
  readonly limit?: number;
  /** The rows that come first are enough: nothing follows from those beyond the limit. */
  readonly sample?: true;
  /** Without these Salesforce hides rows or refuses. Source: docs/sources.md, Access. */
  readonly permissions?: readonly ViewerPermission[];
  /** Queries that must have been answered before this one can be asked. */
  readonly after?: readonly Query[];
  /** Absent where the query is no part of a run, but asked by whoever has its values. */
  readonly ask?: (known: Known) => Asking;
}

/** A query of the catalogue. Its row type follows from its fields. */
export interface Query<F extends Fields = Fields> extends QueryDefinition<F> {
  /** The name of its files. */
  readonly name: string;
  readonly permissions: readonly ViewerPermission[];
  readonly after: readonly Query[];
}

/** A row of what this query answers. */
export type RowOf<Q> = Q extends Query<infer F> ? Row<F> : never;

/** Declares a query: `<name>.soql` beside the file that calls this. */
export const query = <const F extends Fields>(name: string, definition: QueryDefinition<F>): Query<F> => ({
  permissions: [],
  after: [],
  ...definition,
  name
});

/** Asks without a value, whatever is known. */
export const always = (): Asking => ({ binds: {} });

/** @returns the lists as binds; the first that is empty or unknown keeps the query from being asked */
export function withIds(lists: Readonly<Record<string, Ids>>): Asking {
  for (const ids of Object.values(lists)) {
    if ("blockedBy" in ids) return ids;
    if (ids.length === 0) return "nothing";
  }
  return { binds: lists as Record<string, readonly string[]> };
}

/** @returns the Ids that an earlier query's rows lead to, each once */
export function idsFrom<F extends Fields>(
  { evidence }: Known,
  earlier: Query<F>,
  ids: (row: Row<F>) => string | readonly string[]
): Ids {
  const answer = evidence[earlier.name] as Answer<Row<F>> | undefined;
  if (!answer || "fault" in answer) return { blockedBy: earlier as unknown as Query };
  return [...new Set(answer.rows.flatMap(ids))];
}
