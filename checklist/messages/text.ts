import type shared from "./en.json";

/** A message of no check, or the name of one. */
export type MessageKey = keyof typeof shared | `${string}.name`;
export type Messages = Readonly<Record<string, string>>;

/**
 * What fills a `{place}`. Dates (ISO 8601) and catalogue keys stay what they are until somebody reads them, so that a
 * report is plain data and each reader sees their own language.
 */
export type Value =
  string | number | readonly string[] | { readonly date: string } | { readonly texts: readonly string[] };
export type Values = Readonly<Record<string, Value>>;

/** A sentence that is not yet in anybody's language. */
export interface Text {
  readonly key: MessageKey;
  readonly values?: Values;
}

export interface Translator {
  /** @returns the sentence; a key that the catalogue lacks stands as itself, in brackets, so that it is seen */
  (text: Text): string;
  readonly language: string;
  /** @returns the sentence, or undefined where the catalogue has none under that key */
  readonly maybe: (key: string, values?: Values) => string | undefined;
  /** @returns the form of `<key>.one` / `<key>.other` that the language asks for; `{count}` is filled in */
  readonly plural: (key: string, count: number, values?: Values) => string;
}

/** Letters that are written from right to left, and the characters that turn the direction of a text. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const ISOLATES = /[\u2066-\u2069]/g;

/**
 * @returns a name that can't turn the sentence around it: in a first strong isolate, and without isolates of its own, which
 * could end that. Source: Unicode Standard Annex 9, X5c and X6a.
 */
const isolated = (value: string): string => (TURNS.test(value) ? `\u2068${value.replace(ISOLATES, "")}\u2069` : value);

/**
 * @param messages one language's catalogue: `messages/<language>.json`, or a file of the static resource
 * @param language a language tag, for numbers, dates, lists and plurals; Salesforce's `pt_BR` is read as `pt-BR`
 */
export function translatorOf(messages: Messages, language: string): Translator {
  const tag = language.replaceAll("_", "-");
  const rules = new Intl.PluralRules(tag);
  // Made once: each of them holds memory outside of the heap, and a report asks for thousands of dates.
  const list = new Intl.ListFormat(tag);
  const number = new Intl.NumberFormat(tag);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium" });
  const show = (value: Value): string => {
    if (typeof value === "string") return isolated(value);
    if (typeof value === "number") return number.format(value);
    // What is no date stands as it came: formatting it would throw, and take the whole report with it.
    if ("date" in value) return Number.isNaN(Date.parse(value.date)) ? value.date : date.format(new Date(value.date));
    return list.format("texts" in value ? value.texts.map((key) => messages[key] ?? `[${key}]`) : value.map(isolated));
  };
  const fill = (pattern: string, values: Values = {}): string =>
    pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : show(value);
    });
  const maybe = (key: string, values?: Values): string | undefined => {
    const pattern = messages[key];
    return pattern === undefined ? undefined : fill(pattern, values);
  };
  const words = ({ key, values }: Text): string => maybe(key, values) ?? `[${key}]`;
  const plural = (key: string, count: number, values: Values = {}): string => {
    const form = rules.select(count);
    return maybe(`${key}.${form}`, { ...values, count }) ?? maybe(`${key}.other`, { ...values, count }) ?? `[${key}]`;
  };
  return Object.assign(words, { language: tag, maybe, plural });
}
