import { MarketingCloudError } from "./marketing-cloud-error.ts";

/** How to sign in to Marketing Cloud: an installed package with a server-to-server integration. */
export interface MarketingCloudSettings {
  /** Where tokens are given, without a slash at the end. */
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** MID of the business unit in which to ask; without it, the one in which the package was made. */
  readonly accountId: string | undefined;
}

const PREFIX = "MCC_MARKETING_CLOUD_";

/** Only the environment: arguments show in lists of processes, and files stay. */
export const VARIABLES = {
  subdomain: `${PREFIX}SUBDOMAIN`,
  clientId: `${PREFIX}CLIENT_ID`,
  clientSecret: `${PREFIX}CLIENT_SECRET`,
  accountId: `${PREFIX}ACCOUNT_ID`
} as const;

/** Source: Marketing Cloud API, "Your Subdomain and Your Tenant's Endpoints": 28 characters that start with mc. */
const SUBDOMAIN = /^mc[a-z0-9-]{26}$/;
/** An embedded Marketing Cloud on this machine. */
const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/**
 * @param environment as `process.env`
 * @throws {MarketingCloudError} names the variable that is missing, or whose value can't be one; never a value
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): MarketingCloudSettings {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [subdomain, clientId, clientSecret] = [VARIABLES.subdomain, VARIABLES.clientId, VARIABLES.clientSecret].map(
    value
  );
  const missing = [VARIABLES.subdomain, VARIABLES.clientId, VARIABLES.clientSecret].filter((name) => !value(name));
  if (!subdomain || !clientId || !clientSecret) throw new MarketingCloudError("settings", missing.join(", "));
  const accountId = value(VARIABLES.accountId);
  if (accountId !== undefined && !/^\d{1,18}$/.test(accountId))
    throw new MarketingCloudError("account-id", VARIABLES.accountId);
  if (!SUBDOMAIN.test(subdomain) && !LOOPBACK.test(subdomain))
    throw new MarketingCloudError("subdomain", VARIABLES.subdomain);
  const authUrl = LOOPBACK.test(subdomain) ? subdomain : `https://${subdomain}.auth.marketingcloudapis.com`;
  return { authUrl, clientId, clientSecret, accountId };
}
