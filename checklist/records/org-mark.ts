/** Salesforce writes an Id with 15 characters, or with three more that tell capitals apart. */
const ID_LENGTH = 15;

/**
 * What MccRecordsController saves of the org, backwards: a sandbox copies records, and where one of them holds
 * production's Id, Salesforce writes the sandbox's instead. It does not know it this way round.
 */
export const orgMark = (orgId: string): string => Array.from(orgId).reverse().join("");

/**
 * @param mark of a saved record
 * @param orgId undefined where it could not be read: then nothing is known to be this org's
 * @returns whether the record was saved in this org
 */
export function isOfOrg(mark: string | undefined, orgId: string | undefined): boolean {
  if (mark === undefined || orgId === undefined) return false;
  return orgMark(mark).slice(0, ID_LENGTH) === orgId.slice(0, ID_LENGTH);
}
