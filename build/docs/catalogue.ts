import type { MessageKey } from "../../checklist/index.ts";
import { BASE_LANGUAGE, readMessages } from "../catalogue.ts";

const catalogue = readMessages(BASE_LANGUAGE);

const MARKUP = /[\\`*_[\]<>|]/g;

/** @returns a sentence as Markdown; a place that an org fills, as `{apiUser}`, stands in italics: *api user* */
export const shown = (sentence: string): string =>
  sentence
    .split(/\{(\w+)\}/)
    .map((part, at) =>
      at % 2 ? `*${part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}*` : part.replace(MARKUP, "\\$&")
    )
    .join("");

/** @returns the sentence as Markdown, or undefined where the catalogue has none under that key */
export function maybe(key: string): string | undefined {
  const sentence = catalogue[key];
  return sentence === undefined ? undefined : shown(sentence);
}

/** @returns the sentence as Markdown */
export const sentence = (key: MessageKey): string => shown(catalogue[key] ?? key);

/** @returns the cases that the catalogue has a title for, under a check's id or `common` */
export function casesOf(owner: string): string[] {
  const prefix = `${owner}.`;
  const suffix = ".title";
  return Object.keys(catalogue).flatMap((key) =>
    key.startsWith(prefix) && key.endsWith(suffix) && key.length > prefix.length + suffix.length
      ? key.slice(prefix.length, -suffix.length)
      : []
  );
}
