import { BASE_LANGUAGE, labelNameOf, languages, readMessages, readTranslation } from "../../build/catalogue.ts";
import type { Choice } from "./context.ts";

/** Salesforce writes `pt_BR` in metadata and `pt-BR` on the page. */
const tagOf = (language: string): string => language.replaceAll("_", "-");

/** @returns each language of the catalogue under its own name */
export const languageChoices = (): Choice[] =>
  languages().map((language) => {
    const tag = tagOf(language);
    return { value: tag, label: new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag };
  });

/** Before the key of a sentence: what is said instead of it on a page that only looks at an org. */
const LOOKING = "looking.";

/**
 * @param onlyLooks whether nothing can be kept in the org, whatever permissions the person has
 * @returns the labels' texts as an org gives them: where a translation lacks one, the base language's text
 */
export function labelsIn(tag: string, onlyLooks = false): Record<string, string> {
  const base = readMessages(BASE_LANGUAGE);
  const language = languages().find((candidate) => tagOf(candidate) === tag) ?? BASE_LANGUAGE;
  const translated = language === BASE_LANGUAGE ? [] : readTranslation(language, base);
  const messages = [...base, ...translated];
  const instead = messages.flatMap(({ key, text }) =>
    onlyLooks && key.startsWith(LOOKING) ? [{ key: key.slice(LOOKING.length), text }] : []
  );
  return Object.fromEntries([...messages, ...instead].map(({ key, text }) => [labelNameOf(key), text]));
}
