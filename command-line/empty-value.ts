import { Messages } from "@salesforce/core";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.command");

/** What is known of a command's options: whether they take a value, and by which letter they go too. */
export type Options = Readonly<Record<string, { readonly type: "option" | "boolean"; readonly char?: string }>>;

/**
 * A job whose variable is not set gives an option an empty value, which would be looked for as an org, a file or a user.
 * @param words what the command was called with
 * @throws {Error} names the first option whose value is blank
 */
export function requireValues(words: readonly string[], options: Options): void {
  const end = words.indexOf("--");
  for (const [at, word] of words.slice(0, end < 0 ? undefined : end).entries()) {
    const [, called = "", sign, rest = ""] = /^(--[\w-]+|-\w)(=?)(.*)$/s.exec(word) ?? [];
    const name = Object.keys(options).find(
      (each) => called === `--${each}` || called === `-${options[each]?.char ?? ""}`
    );
    if (name === undefined || options[name]?.type !== "option") continue;
    const value = sign || rest ? rest : words[at + 1];
    if (value !== undefined) requireValue(`--${name}`, value);
  }
}

/** @throws {Error} `value` is blank */
export function requireValue(option: string, value: string): void {
  if (value.trim() === "") throw new Error(messages.getMessage("error.empty", [option]));
}

/** @throws {Error} `value` is blank, or is the next option in the place of a value */
export function requireOwnValue(option: string, value: string): void {
  requireValue(option, value);
  if (value.startsWith("-")) throw new Error(messages.getMessage("error.no-value", [option, value]));
}
