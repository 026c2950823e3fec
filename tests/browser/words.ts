import { readMessages } from "../../build/catalogue.ts";
import { lookingMessages } from "../../local/page/languages.ts";

export type Key = string;

const english = readMessages("en");
const swedish = readMessages("sv");

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** @returns a sentence as the wizard shows it in English */
export const say = (key: Key, values: Readonly<Record<string, string>> = {}): string =>
  fill(english[key] ?? key, values);

/** @returns the same in Swedish */
export const sayInSwedish = (key: Key): string => swedish[key] ?? key;

/** @returns what a page says instead that only looks at an org */
export const sayLooking = (key: Key, language = "en"): string => lookingMessages(language)[key] ?? key;

/** The steps by name, in the order in which the wizard lists them. */
export const STEPS = Object.entries(english)
  .filter(([key]) => /^step\.[\w-]+$/.test(key))
  .map(([, name]) => name);
