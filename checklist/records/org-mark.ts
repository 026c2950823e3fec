/** Salesforce writes an Id with 15 characters, or with three more that tell capitals apart. */
const ID_LENGTH = 15;

/**
 * @param mark of a saved record: what MccRecordsController saves of the org's Id, backwards. A sandbox copies records, and
 * where one of them holds production's Id, Salesforce writes the sandbox's instead. It does not know it this way round.
 * @param orgId undefined where it could not be read: then nothing is known to be this org's
 * @returns whether the record was saved in this org
 */
export function isOfOrg(mark: string | undefined, orgId: string | undefined): boolean {
  if (mark === undefined || orgId === undefined) return false;
  return Array.from(mark).reverse().join("").slice(0, ID_LENGTH) === orgId.slice(0, ID_LENGTH);
}
