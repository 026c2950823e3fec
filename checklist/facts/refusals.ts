/**
 * Words with which Salesforce refuses, and the check that finds why. Sources: docs/sources.md, Sends and results. They lead
 * a person to that check and decide nothing.
 */
export const REFUSALS: readonly (readonly [words: RegExp, check: string])[] = [
  [
    /not admin approved|hasn't approved this consumer|not approved for access|OAUTH_APP_ACCESS_DENIED|invalid_app_access/i,
    "app-access"
  ],
  [
    /OAUTH_APP_BLOCKED|OAUTH_EC_APP_NOT_FOUND|client app is not installed|package for this consumer|consumer[ _]deleted|client identifier invalid|invalid_client_id/i,
    "app-installed"
  ],
  [
    /ip[ _]restricted|restricted[ _]ip|ip address not allowed|OAUTH_INVALID_IP|ERROR_RESTRICTED_DOMAIN/i,
    "ip-relaxation"
  ],
  [/inactive[ _]user|user (?:is )?inactive|user is not active|ERROR_USER_INACTIVE/i, "user-active"],
  [/user (?:is )?frozen|ERROR_USER_FROZEN|password[ _]lockout|user (?:is )?locked/i, "user-locked"],
  [/api access disabled|api is (?:disabled|not enabled)|API_CURRENTLY_DISABLED|API_DISABLED/i, "user-api-enabled"],
  [/expired (?:access\/refresh|access|refresh) token|token (?:is |has )?(?:expired|revoked)/i, "refresh-token-policy"]
];

/** @returns the checks that these words lead to; none where the words are not known */
export function checksFor(words: string): string[] {
  const plain = plainWords(words);
  return REFUSALS.filter(([known]) => known.test(plain)).map(([, check]) => check);
}

const onOneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

const APOSTROPHES = /[‘’]|%27|&#0*39;|&apos;|\\u0027/gi;
const SPACES = /%20|\b\+\b|&nbsp;/gi;

/** @returns the words as Salesforce writes them, on one line, wherever they were copied: an address, JSON, HTML, a web page */
export const plainWords = (copied: string): string => onOneLine(copied.replace(APOSTROPHES, "'").replace(SPACES, " "));

const LONGEST = 300;

/** @returns what the org wrote, on one line and no longer than a person reads at a glance */
export function quoted(words: string): string {
  const line = onOneLine(words);
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
