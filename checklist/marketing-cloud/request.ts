import type { MarketingCloudAnswer } from "./answer.ts";
import { checksum } from "./checksum.ts";

/** What the script asks of Marketing Cloud, and for whom. */
export interface MarketingCloudRequest {
  /** Id of the Salesforce org. */
  readonly orgId: string;
  /** The username in Marketing Cloud that the connector's configuration names. */
  readonly user: string;
  /** MID of the business unit to which the org is connected; null where the configuration does not say. */
  readonly account: string | null;
}

const MINUTE = 60_000;

/**
 * Ties an answer to the org, the user and the account for which a script was made, and says when it was made. Nothing has
 * to be remembered for it, so the answer may come after a reload, and to somebody else who looks at the same org.
 * @param now when the script is made
 */
export function nonceOf(request: MarketingCloudRequest, now: Date): string {
  return nonceAt(request, Math.floor(now.getTime() / MINUTE));
}

/** @returns when the script was made, or undefined where the nonce is of another org, user or account */
export function madeAt(nonce: string, request: MarketingCloudRequest): Date | undefined {
  const minute = parseInt(nonce, 36);
  return nonce === nonceAt(request, minute) ? new Date(minute * MINUTE) : undefined;
}

/** Marketing Cloud signs in "Name" and "name" alike. */
export const isSameUser = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** @returns whether the answer comes from the account to which the org is connected, as far as the org says which one that is */
export const isOfAccount = (
  { account: asked }: MarketingCloudRequest,
  { account, enterprise }: Pick<MarketingCloudAnswer, "account" | "enterprise">
): boolean => asked === null || account === asked || enterprise === asked;

/** The minute, and a seal on it. */
const nonceAt = ({ orgId, user, account }: MarketingCloudRequest, minute: number): string =>
  `${minute.toString(36)}-${checksum(JSON.stringify([orgId.slice(0, 15), user.toLowerCase(), account, minute]))}`;
