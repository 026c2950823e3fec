// What the build makes from the names of the files of messages.
declare module "c/mccLanguages" {
  /** The languages, as `@salesforce/i18n/lang` writes them, that the static resource has a file for. */
  export const languages: readonly string[];
}
