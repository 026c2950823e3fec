import { RestError } from "./rest-error.ts";
import type { ObjectExtension } from "./schema.ts";

/** Fields that only the Tooling API has, as far as they are used here. Source: Tooling API, "Profile". */
export const TOOLING: readonly ObjectExtension[] = [{ name: "Profile", fields: { FullName: "string" } }];

/** The same as lower-case `object.field`, for the `hidden` of a schema. */
export const TOOLING_ONLY: readonly string[] = TOOLING.flatMap(({ name, fields }) =>
  Object.keys(fields).map((field) => `${name}.${field}`.toLowerCase())
);

/**
 * Source: Tooling API, "Profile", FullName: "Query this field only if the query result contains no more than one record."
 * @throws {RestError} the query selects FullName of several rows
 */
export function checkFullNames(soql: string, { totalSize }: { readonly totalSize: number }): void {
  if (totalSize < 2 || !/\bFullName\b/i.test(soql)) return;
  throw new RestError(
    "MALFORMED_QUERY",
    "When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one " +
      `row for retrieval. Result size: ${String(totalSize)}`
  );
}
