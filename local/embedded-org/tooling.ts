import { RestError } from "./rest-error.ts";
import type { ObjectExtension } from "./schema.ts";

/** What the Tooling API shows beyond the data API, as far as it is needed here. Source: Tooling API, "Profile". */
export const TOOLING: readonly ObjectExtension[] = [{ name: "Profile", fields: { FullName: "string" } }];

/** What the data API does not show of these: lower-case `object.field`, as a schema hides them. */
export const TOOLING_ONLY: readonly string[] = TOOLING.flatMap(({ name, fields }) =>
  Object.keys(fields).map((field) => `${name}.${field}`.toLowerCase())
);

/**
 * Source: Tooling API, "Profile", FullName: "Query this field only if the query result contains no more than one record."
 * @throws {RestError} the query asks for FullName of several
 */
export function checkFullNames(soql: string, { totalSize }: { readonly totalSize: number }): void {
  if (totalSize < 2 || !/\bFullName\b/i.test(soql)) return;
  throw new RestError(
    "MALFORMED_QUERY",
    "When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one " +
      `row for retrieval. Result size: ${String(totalSize)}`
  );
}
