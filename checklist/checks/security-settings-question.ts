/** What all questions about the security settings of the Marketing Cloud account have in common: only a person can see them. */
export const SECURITY_SETTINGS_QUESTION = {
  about: "marketing-cloud",
  step: "marketing-cloud",
  severity: "advice",
  requires: ["package"],
  // The settings are the account's: another configuration may be of another account, with another API User.
  restsOn: ["api-user", "configuration"],
  link: { page: "marketing-cloud" }
} as const;
