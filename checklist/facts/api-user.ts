import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";

/** @returns the username in Marketing Cloud that the connector's configuration names (unproven in an org), if any */
export const apiUserOf = ({ evidence }: { readonly evidence: Evidence }): string | undefined =>
  rowsOf(evidence, connectorConfiguration).find((row) => row.et4ae5__Username__c)?.et4ae5__Username__c;
