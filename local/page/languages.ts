import { existsSync, readFileSync } from "node:fs";
import { BASE_LANGUAGE, languages, readMessages } from "../../build/catalogue.ts";
import { LANGUAGES_RESOURCE } from "../../build/messages.ts";
import { resourceUrl, type Choice } from "./context.ts";

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

/** @returns what a page says instead, under the same keys, when it only looks at an org */
export function lookingMessages(language: string): Record<string, string> {
  const file = new URL(`messages/${language}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}
