import type { RestError } from "../rest-error.ts";
import { queryError } from "../rest-error.ts";
import type { Schema } from "../schema.ts";
import type { Store } from "../store.ts";

/** What a query is compiled and run against. */
export interface Context {
  readonly soql: string;
  readonly schema: Schema;
  readonly store: Store;
  readonly now: Date;
  /** The base of a row's address: `/services/data/v66.0`. */
  readonly address: string;
  /** Collects every `Object` and `Object.Field` that the query uses. */
  readonly touched: Set<string>;
}

export const fail = (context: Context, errorCode: string, name: string, message: string): RestError =>
  queryError(errorCode, context.soql, name, message);

export const unsupported = (context: Context, what: string): RestError =>
  queryError("MALFORMED_QUERY", context.soql, what, `The embedded org does not support ${what}.`);
