/**
 * Words with which Salesforce refuses, and the check that finds why. Sources: docs/sources.md, Sends and results. They lead
 * a person to that check and decide nothing.
 */
export const REFUSALS: readonly (readonly [words: RegExp, check: string])[] = [
  [/not admin approved|hasn't approved this consumer|not approved for access|OAUTH_APP_ACCESS_DENIED/i, "app-access"],
  [/OAUTH_APP_BLOCKED|package for this consumer|consumer deleted/i, "app-installed"],
  [/ip restricted|restricted ip|ip address not allowed/i, "ip-relaxation"],
  [/inactive user|user is inactive/i, "user-active"],
  [/user is frozen/i, "user-locked"],
  [/api access disabled|API_CURRENTLY_DISABLED|API_DISABLED_FOR_ORG/i, "user-api-enabled"],
  [/expired access\/refresh token/i, "refresh-token-policy"]
];

/** @returns the checks that these words lead to; none where the words are not known */
export const checksFor = (words: string): string[] =>
  REFUSALS.filter(([known]) => known.test(onOneLine(words))).map(([, check]) => check);

const onOneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

const LONGEST = 300;

/** @returns what the org wrote, on one line and no longer than a person reads at a glance */
export function quoted(words: string): string {
  const line = onOneLine(words);
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
