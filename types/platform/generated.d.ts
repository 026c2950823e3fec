// What the build makes from the messages.
declare module "c/mccEnglish" {
  import type { MessageKey } from "c/mccChecklist";

  export const english: Readonly<Record<MessageKey, string>>;
  /** The languages, as `@salesforce/i18n/lang` writes them, that the static resource has a file for. */
  export const languages: readonly string[];
}
