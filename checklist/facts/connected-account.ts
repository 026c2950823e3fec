import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { connectedAccount } from "../queries/connected-account.ts";

/**
 * @returns the MID of the business unit to which this org is connected: the top-level one, or with Multi-Org its own.
 * undefined where the configuration does not say, or says several (unproven in an org)
 */
export function connectedAccountOf({ evidence }: { readonly evidence: Evidence }): string | undefined {
  const mids = new Set(
    rowsOf(evidence, connectedAccount).flatMap(({ et4ae5__Username__c: user, et4ae5__Parent_Account_MID__c: mid }) =>
      user && mid ? [mid.trim()] : []
    )
  );
  const [mid, another] = mids;
  return another === undefined && mid !== undefined && /^\d+$/.test(mid) ? mid : undefined;
}
