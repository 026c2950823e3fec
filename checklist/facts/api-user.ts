import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import type { People } from "./people.ts";

interface Given {
  readonly evidence: Evidence;
  readonly people: People;
}

/** @returns the username in Marketing Cloud that the connector's configuration names (unproven in an org), if any */
export const apiUserOf = ({ evidence }: Pick<Given, "evidence">): string | undefined =>
  rowsOf(evidence, connectorConfiguration).find((row) => row.et4ae5__Username__c)?.et4ae5__Username__c;

/** What a confirmation about the Marketing Cloud API User rests on: which user that is, and whom it should stand for. */
export const apiUserBasis = (given: Given): { readonly "api-user": string; readonly "system-user": string } => ({
  "api-user": apiUserOf(given) ?? "",
  "system-user": given.people.systemUser?.id ?? ""
});
