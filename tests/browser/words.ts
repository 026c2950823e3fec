import english from "../../checklist/messages/en.json" with { type: "json" };
import swedish from "../../checklist/messages/sv.json" with { type: "json" };

export type Key = keyof typeof english;

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** @returns a sentence as the wizard shows it in English */
export const say = (key: Key, values: Readonly<Record<string, string>> = {}): string => fill(english[key], values);

/** @returns the same in Swedish */
export const sayInSwedish = (key: Key): string => swedish[key];

/** The steps by name, in the order in which the wizard lists them. */
export const STEPS = Object.entries(english)
  .filter(([key]) => /^step\.[\w-]+$/.test(key))
  .map(([, name]) => name);
