/** Salesforce's word for a sign-in that went well. Source: docs/sources.md, Sends and results. */
const SUCCESS = "Success";

/** What a person got wrong at the screen: it says nothing of the app. */
const OWN_MISTAKE = /password|invalid login|computer activation|verification/i;

/** How Salesforce's words begin where it refuses a sign-in. Source: as above. */
const REFUSED =
  /^\s*(failed:|restricted|user is|package for this consumer|installed package for this consumer|missing )/i;

/** @returns what a status of the login history means; `unfamiliar` for words that Salesforce does not document */
export function outcomeOf(status = ""): "signed-in" | "refused" | "own-mistake" | "unfamiliar" {
  if (status === SUCCESS) return "signed-in";
  if (OWN_MISTAKE.test(status)) return "own-mistake";
  return REFUSED.test(status) ? "refused" : "unfamiliar";
}
