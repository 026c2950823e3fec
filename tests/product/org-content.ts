import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";

/** What the org stamps on whatever is written. */
const STAMPS: ReadonlySet<string> = new Set(["LastModifiedDate", "LastModifiedById", "SystemModstamp"]);
/** What MCC Health keeps in the org of its own. */
const RECORDS = /^(MCC_\w+__c|Content(Version|Document|DocumentLink))$/;

/** @returns every row of the org, but for MCC Health's records, without stamps: what must be as it was after an undo */
export function contentOf({ scenario: { store, schema } }: EmbeddedOrg): string {
  const tables = schema
    .objectNames()
    .filter((name) => !RECORDS.test(name))
    .map((name) => [name, store.table(name).rows.map(({ values }) => values)] as const)
    .filter(([, rows]) => rows.length);
  return JSON.stringify(tables, (key, value: unknown) => (STAMPS.has(key) ? undefined : value), 1);
}
