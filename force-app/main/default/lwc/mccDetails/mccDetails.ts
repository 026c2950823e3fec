import type { Details, Messages } from "c/mccChecklist";

export { label, refusalText, translator } from "c/mccLabels";

/** What the script brings: what the cards say and do, and its English. */
export type LoadedDetails = typeof Details & { readonly english: Messages };

declare global {
  interface Window {
    /** Set by the static resource MCC_Health_Details. */
    mccHealthDetails?: LoadedDetails;
  }
}

/**
 * For components that the page makes once `loadDetails` has come. A component that takes its labels from here has its English
 * there: docs/decisions/0009-words.md.
 * @throws {Error} it has not come
 */
export function details(): LoadedDetails {
  const loaded = window.mccHealthDetails;
  if (!loaded) throw new Error("The static resource MCC_Health_Details is not loaded, or of another version.");
  return loaded;
}
