import type { Facts } from "./check.ts";
import type { Basis } from "./confirmation.ts";

/** @returns the username in Marketing Cloud that the connector's configuration names (unproven in an org), if any */
export const apiUserOf = ({ rows }: Pick<Facts, "rows">): string | undefined =>
  rows("connector-configuration").find((row) => row.et4ae5__Username__c)?.et4ae5__Username__c;

/** What a word about the Marketing Cloud API User rests on: which user that is, and whom it should stand for. */
export const apiUserBasis = (facts: Pick<Facts, "rows" | "people">): Basis => ({
  "api-user": apiUserOf(facts) ?? "",
  "system-user": facts.people.systemUser?.id ?? ""
});
