import { existsSync, readFileSync } from "node:fs";
import { BASE_LANGUAGE, languages, readMessages } from "../../build/catalogue.ts";
import { LANGUAGES_RESOURCE } from "../../build/messages.ts";
import { resourceUrl, type BarTexts, type Choice } from "./context.ts";

export const LANGUAGES_URL = resourceUrl(LANGUAGES_RESOURCE);

/** @returns each language of the catalogue under its own name */
export const languageChoices = (): Choice[] =>
  languages().map((language) => ({
    value: language,
    label: new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language
  }));

/**
 * @param onlyLooks whether nothing can be saved in the org, whatever permissions the person has
 * @returns a language's file in the static resource; undefined where it has none
 */
export function languageFile(language: string, onlyLooks: boolean): Record<string, string> | undefined {
  if (language === BASE_LANGUAGE || !languages().includes(language)) return undefined;
  return { ...readMessages(language), ...(onlyLooks && lookingMessages(language)) };
}

/** @returns the texts of the bar above the wizard, in English where the language has none */
export const barTexts = (language: string): BarTexts => ({
  ...textsIn("bar", BASE_LANGUAGE),
  ...textsIn("bar", language)
});

/** @returns what a page says instead, under the same keys, when it only looks at an org */
export const lookingMessages = (language: string): Record<string, string> => textsIn("messages", language);

function textsIn(folder: string, language: string): Record<string, string> {
  const file = new URL(`${folder}/${language}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}
