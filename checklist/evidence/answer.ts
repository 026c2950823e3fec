import type { Fault } from "./fault.ts";

/** What one query answered: its rows, or why there are none. `object` is the sObject that answered with the fault. */
export type Answer<R = unknown> = { readonly rows: readonly R[] } | { readonly fault: Fault; readonly object: string };

/** Answers by the query's name. A query that is absent was not asked yet. */
export type Evidence = Readonly<Record<string, Answer | undefined>>;
