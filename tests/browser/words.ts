import { translatorOf, type Messages } from "../../checklist/index.ts";
import { readMessages } from "../../build/catalogue.ts";
import { lookingMessages } from "../../local/page/languages.ts";

export type Key = string;

const english = readMessages("en");
const swedish = readMessages("sv");

/** @throws {Error} when there is no such message: what nobody says could be missed on no page */
function said(messages: Messages, language: string, key: Key, values: Readonly<Record<string, string>> = {}): string {
  const text = translatorOf(messages, language).maybe(key, values);
  if (text === undefined) throw new Error(`There is no message "${key}" in ${language}.`);
  return text;
}

/** @returns a sentence as the wizard shows it in English */
export const say = (key: Key, values?: Readonly<Record<string, string>>): string => said(english, "en", key, values);

/** @returns the same in Swedish */
export const sayInSwedish = (key: Key): string => said(swedish, "sv", key);

/** @returns what a page says instead that only looks at an org */
export const sayLooking = (key: Key, language = "en"): string => said(lookingMessages(language), language, key);

/** The steps by name, in the order in which the wizard lists them. */
export const STEPS = Object.entries(english)
  .filter(([key]) => /^step\.[\w-]+$/.test(key))
  .map(([, name]) => name);
