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
  const minute = Math.floor(now.getTime() / MINUTE);
  return `${minute.toString(36)}-${sealOf(request, minute)}`;
}

/** @returns when the script was made, or undefined where the nonce is of another org, user or account */
export function madeAt(nonce: string, request: MarketingCloudRequest): Date | undefined {
  const [, written = "", seal] = /^([0-9a-z]{1,9})-([0-9a-f]{16})$/.exec(nonce) ?? [];
  const minute = parseInt(written, 36);
  return seal !== undefined && seal === sealOf(request, minute) ? new Date(minute * MINUTE) : undefined;
}

/** Marketing Cloud signs in "Name" and "name" alike. */
export const isSameUser = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** @returns whether the answer comes from the account to which the org is connected, as far as the org says which one that is */
export const isOfAccount = (
  { account: asked }: MarketingCloudRequest,
  { account, enterprise }: Pick<MarketingCloudAnswer, "account" | "enterprise">
): boolean => asked === null || account === asked || enterprise === asked;

const sealOf = ({ orgId, user, account }: MarketingCloudRequest, minute: number): string =>
  checksum(JSON.stringify([orgId.slice(0, 15), user.toLowerCase(), account, minute]));
