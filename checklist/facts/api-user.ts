import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";

/** @returns the usernames in Marketing Cloud that the connector's configuration names (unproven in an org), each once */
export function apiUsersOf({ evidence }: { readonly evidence: Evidence }): string[] {
  const named = rowsOf(evidence, connectorConfiguration).flatMap((row) => row.et4ae5__Username__c ?? []);
  // Marketing Cloud signs in "Name" and "name" alike.
  return [...new Map(named.filter((name) => name !== "").map((name) => [name.toLowerCase(), name])).values()];
}

/** @returns the one that it names; undefined where it names nobody, or several: then it does not tell which is in use */
export function apiUserOf(given: { readonly evidence: Evidence }): string | undefined {
  const [only, another] = apiUsersOf(given);
  return another === undefined ? only : undefined;
}
